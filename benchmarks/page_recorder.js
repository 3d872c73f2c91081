/* Runs in the page: stamps the key, and the moments at which the page has answered it.

   beside    other words beside the slider itself
   changed   the first figure that differs from before the key
   labelled  the plan that belongs to the key, with the words that say what is known of it
   proven    the same with the words that say it is best
   rested    the end of the run
   A plan whose figures are all as before counts as there only when the page is at rest. */
(() => {
  const words = window.benchWords;
  const LABELLED = new RegExp(words.labelled), PROVEN = new RegExp(words.proven);
  const NAMES = ['beside', 'changed', 'labelled', 'proven', 'rested'];
  const texts = selector =>
    [...document.querySelectorAll(selector)].map(found => found.textContent.trim());
  const seen = () => {
    const figures = texts(words.figure), said = texts(words.status);
    return {
      figures: figures.length >= words.most ? figures.join('|') : '',
      status: said.find(text => LABELLED.test(text)) || '',
      solving: said.some(text => text.includes(words.solving)),
      resting: document.querySelector(words.app)?.dataset.testScriptState === 'notRunning',
    };
  };
  const bench = window.bench = {first: null, step: null, asked: 0, seen};
  // A slider of its own making keeps its words where the document does not look.
  const besides = () => {
    for (const host of document.querySelectorAll('*')) {
      const found = host.shadowRoot?.querySelector(words.beside);
      if (found) return found;
    }
    return null;
  };
  bench.expect = (whose, chip) => {
    const beside = besides();
    bench.asked = performance.now();
    bench.step = {
      whose: words.chips + whose + ':', chip, beside, at: null, ran: false, words: '',
      before: seen().figures, said: beside?.textContent, when: {},
    };
    if (beside) new MutationObserver(look).observe(beside.getRootNode(), {
      subtree: true, childList: true, characterData: true,
    });
  };
  // Asked for once and told once, so that waiting does not keep the page busy.
  bench.answered = () => new Promise(answer => { bench.step.answer = answer; look(); });
  // Of the step that was taken, and before any of the page as it was opened.
  bench.proven = () => bench.step ? 'proven' in bench.step.when : PROVEN.test(seen().status);
  bench.told = () => {
    const found = {words: bench.step.words};
    for (const name of NAMES) found[name] = bench.step.when[name] ?? null;
    return found;
  };
  const look = () => {
    const now = performance.now(), step = bench.step;
    if (bench.first === null && document.querySelector(words.figure)) bench.first = now;
    if (step === null || step.at === null) return;
    const page = seen(), when = step.when;
    const note = (name, holds) => {
      if (holds && when[name] === undefined) when[name] = now - step.at;
    };
    note('beside', step.beside && step.beside.textContent !== step.said);
    note('changed', page.figures !== '' && page.figures !== step.before);
    // A run may begin and end between two drawings; what it changed says that it was there.
    step.ran = step.ran || !page.resting || 'changed' in when;
    const ended = step.ran && page.resting;
    note('rested', ended);
    // Where the limit is back at its start there is no chip of it.
    const chips = texts(words.chip).filter(text => text.startsWith(step.whose));
    const own = step.chip ? chips.some(text => text.startsWith(step.chip)) : !chips.length;
    const fresh = own && !page.solving && page.status && ('changed' in when || ended);
    if (fresh && !('labelled' in when)) step.words = page.status;
    note('labelled', fresh);
    note('proven', fresh && PROVEN.test(page.status));
    if (step.answer && 'labelled' in when && 'rested' in when) step.answer();
  };
  document.addEventListener('keydown', () => {
    if (bench.step && bench.step.at === null) bench.step.at = performance.now();
  }, true);
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ['data-test-script-state'],
  });
})();
