"""How the page of workload evidence looks on A4: black on white, fit for a copier."""

STYLE = """
@page { size: A4 portrait; margin: 10mm 12mm; }
* { box-sizing: border-box; }
body { font: 8pt/1.25 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000; margin: 0 auto;
  max-width: 186mm; overflow-wrap: anywhere; }
h1 { font-size: 12.5pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 9.5pt; margin: 3mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1mm; }
.lead { font-weight: bold; }
ul { margin: 0; padding-left: 4mm; font-size: 7pt; }
table { width: 100%; border-collapse: collapse; font-size: 7.5pt;
  font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tfoot { display: table-row-group; font-weight: bold; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #777; padding: 0.4mm 0.6mm; text-align: right;
  vertical-align: bottom; }
td { vertical-align: top; white-space: nowrap; }
th { font-size: 6.5pt; font-weight: bold; text-align: center; background: #eee;
  overflow-wrap: normal; }
.text { text-align: left; white-space: normal; min-width: 14mm; }
.when { white-space: nowrap; }
.items { columns: 2; column-gap: 5mm; font-size: 7pt; }
.item { break-inside: avoid; display: flex; align-items: flex-end; min-height: 4.6mm; }
.item > :first-child { flex: 1; padding-right: 1.5mm; }
.item .blank { flex: 0 0 20mm; min-width: 20mm; height: 3.5mm; margin: 0 0 0 1mm; }
.blank { border-bottom: 0.2mm solid #000; flex: 1; min-width: 30mm; margin: 0 2mm; height: 4mm; }
.day { flex: 0 0 25mm; min-width: 25mm; }
.signed { margin-top: 2mm; break-inside: avoid; }
.signed div { display: flex; align-items: flex-end; margin-top: 3mm; }
footer { margin-top: 3mm; font-size: 6.8pt; border-top: 0.2mm solid #777; padding-top: 1mm; }
@media screen { body { padding: 8mm; max-width: 210mm; } }
"""
