"""How the de-allocation worksheet looks on A4: black on white, room to write by hand."""

STYLE = """
@page { size: A4 portrait; margin: 10mm 13mm; }
* { box-sizing: border-box; }
body { font: 8.5pt/1.22 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000;
  margin: 0 auto; max-width: 184mm; overflow-wrap: anywhere; }
h1 { font-size: 14pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 11.5pt; margin: 0 0 1mm; padding: 1mm 1.5mm; background: #e6e6e6;
  break-after: avoid; }
h3 { font-size: 9.5pt; margin: 2mm 0 0.8mm; break-after: avoid; }
p { margin: 0 0 1mm; }
ul { margin: 0 0 1.5mm; padding-left: 5mm; }
.notice { font-weight: bold; }
.family { break-before: page; }
.child + .child { break-before: page; }
table { width: 100%; border-collapse: collapse; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #888; padding: 0.4mm 1mm; text-align: left; vertical-align: top; }
thead th { overflow-wrap: normal; background: #f0f0f0; font-size: 8pt; }
.facts th { width: 34mm; font-weight: bold; background: #f7f7f7; }
.lines th { width: 58mm; }
.lines th, .lines td { font-size: 9.5pt; }
.lines + .facts { margin-top: 1.5mm; }
.answers { table-layout: fixed; font-size: 8pt; }
.answers th:nth-child(2) { width: 22mm; }
.answers th:nth-child(3) { width: 34mm; }
.answers th:nth-child(4) { width: 48mm; }
.open td:first-child, .open td:nth-child(2) { font-weight: bold; }
.source { color: #444; font-size: 7.5pt; }
.signed { margin-top: 3mm; break-inside: avoid; display: flex; gap: 6mm; }
.signed div { flex: 1; border-bottom: 0.2mm solid #000; height: 7mm; font-size: 8pt; }
footer { margin-top: 4mm; border-top: 0.2mm solid #888; padding-top: 1mm; font-size: 8pt; }
@media screen { body { padding: 8mm; max-width: 210mm; } }
"""
