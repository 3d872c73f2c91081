// The limit for everyone: a range whose words follow the hand, from plans that are known already.
export default function (component) {
    const { parentElement, data, setTriggerValue } = component;
    const range = parentElement.querySelector("input");
    const shown = parentElement.querySelector("output");
    parentElement.querySelector("label").textContent = data.label;
    range.min = data.least;
    range.max = data.most;
    range.step = data.step;
    range.disabled = Boolean(data.disabled);
    range.setAttribute("aria-label", data.label);
    // While the hand is on it, only another value from the plan may move it.
    if (range.dataset.plan !== String(data.value)) {
        range.dataset.plan = String(data.value);
        range.value = data.value;
    }
    const show = () => {
        const at = String(range.value);
        range.setAttribute("aria-valuetext", `${at} per cent`);
        shown.textContent = `${at} %: ${data.known[at] ?? data.unknown}`;
    };
    range.oninput = show;
    range.onfocus = show;
    range.onchange = () => {
        show();
        range.dataset.plan = String(range.value);
        setTriggerValue("moved", Number(range.value));
    };
    show();
    // Where limits differ no step of it is on screen: it speaks once it is taken in hand.
    if (data.still && !range.matches(":focus")) {
        shown.textContent = data.still;
    }
}
