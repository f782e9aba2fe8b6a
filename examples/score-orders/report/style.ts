/** The report's style sheet: by day, by night and on paper. */

const DAY = `
--page:#fbfaf7;--card:#ffffff;--ink:#1c2526;--muted:#566364;--line:#dfe3df;--accent:#17646a;
--warn:#9a4a12;--empty:#eef0ec;--customers:#a3aeb5;--revenue:#17646a;
--ramp-0:#e4f1ef;--ramp-1:#c2e0db;--ramp-2:#93c8c0;--ramp-3:#62aca5;--ramp-4:#2a7d79;--ramp-5:#17646a;--ramp-6:#0b4a52;
--on-ramp-0:#12302f;--on-ramp-1:#12302f;--on-ramp-2:#12302f;--on-ramp-3:#0b2625;--on-ramp-4:#ffffff;--on-ramp-5:#ffffff;--on-ramp-6:#ffffff;
--accepted:#2a7d79;--ignored:#b9c2c3;--refused:#c9743a;`;

const NIGHT = `
--page:#12181a;--card:#1a2224;--ink:#e6ecea;--muted:#a3b0af;--line:#304043;--accent:#8fd0c5;
--warn:#eaa574;--empty:#20292b;--customers:#7d8b92;--revenue:#6fbcb0;
--ramp-0:#1d3335;--ramp-1:#1f464a;--ramp-2:#225b5d;--ramp-3:#2c7472;--ramp-4:#4b9a91;--ramp-5:#7cc2b5;--ramp-6:#b6e4d8;
--on-ramp-0:#e6ecea;--on-ramp-1:#e6ecea;--on-ramp-2:#ffffff;--on-ramp-3:#ffffff;--on-ramp-4:#04191a;--on-ramp-5:#04191a;--on-ramp-6:#04191a;
--accepted:#4b9a91;--ignored:#5c6a6c;--refused:#d98a52;`;

export const STYLE = `
:root{color-scheme:light dark;${DAY}}
@media (prefers-color-scheme:dark){:root{${NIGHT}}}
@media print{:root{color-scheme:light;${DAY}--page:#fff;}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 28px}
header{padding-top:52px}
h1,h2{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","Noto Serif CJK SC",serif;font-weight:600;letter-spacing:-.01em;line-height:1.2}
h1{font-size:2.5rem;margin:0 0 .3rem}
h2{font-size:1.6rem;margin:3.4rem 0 1rem;padding-top:1.3rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:0 0 .5rem}
p{margin:0 0 .9rem;max-width:46rem}
a{color:var(--accent)}
.muted,.note{color:var(--muted)}
.note{font-size:.9rem}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:0;margin:2rem 0 0;padding:0;list-style:none;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.tiles li{padding:18px 22px;border-left:1px solid var(--line)}
.tiles li:first-child{border-left:0}
.tiles small{font-size:.95rem;font-weight:500;color:var(--muted)}
.tiles b{display:block;font-size:1.65rem;line-height:1.2;font-weight:600;letter-spacing:-.01em}
.tiles span{display:block;font-size:.9rem}
.cards{display:grid;grid-template-columns:1fr 1fr;gap:20px}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:20px 22px}
.card>.kind{margin:0;font-size:.78rem;letter-spacing:.06em;text-transform:uppercase;color:var(--accent);font-weight:600}
.card.slipping>.kind{color:var(--warn)}
article.card h3{font-size:1.25rem;margin:.1rem 0 .5rem}
.card h4{margin:1rem 0 .2rem;font-size:.86rem;font-weight:600;color:var(--muted)}
.who{border-top:1px solid var(--line);padding:.65rem 0 .1rem;margin:.5rem 0 0}
.who b{font-weight:600;overflow-wrap:anywhere}
.who .code{display:inline-block;margin:0 .35rem;padding:0 .45em;border-radius:4px;background:var(--empty);font-size:.86rem;font-weight:600}
.who ul{margin:.3rem 0 .2rem;padding-left:1.05rem;font-size:.86rem;line-height:1.45;color:var(--muted)}
figure{margin:0}
figure svg{display:block;max-width:100%;height:auto;overflow:visible}
figcaption{margin:0 0 .6rem;font-weight:600}
caption{text-align:left;font-weight:600;padding:0 .7rem .4rem}
figcaption .note{display:block;font-weight:400}
.center svg{margin:0 auto}
.three{display:grid;grid-template-columns:repeat(3,1fr);gap:20px}
.block{margin-top:20px}
.key{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 .8rem;padding:0;list-style:none;font-size:.88rem;color:var(--muted)}
.key i{display:inline-block;width:.85em;height:.85em;border-radius:2px;margin-right:.45em;vertical-align:-.08em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{padding:.42rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--muted);font-size:.84rem}
tbody th{color:var(--ink);font-size:inherit}
td.n,th.n{text-align:right;white-space:nowrap}
tfoot td,tfoot th{font-weight:600;color:var(--ink);border-bottom:0;font-size:inherit}
td.v,td code{white-space:nowrap}
.three .card{padding:16px 16px 10px}.three th,.three td{padding:.36rem .4rem}
table.narrow{width:auto}
code{font:.92em ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.split{display:flex;height:20px;border-radius:5px;overflow:hidden;margin:.6rem 0 .7rem;gap:1px}
.split span{min-width:3px}
dl{display:grid;grid-template-columns:minmax(9rem,max-content) 1fr;gap:.35rem 1.4rem;margin:0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
.notices{margin:1.2rem 0 0;padding:.9rem 1.2rem .9rem 2.2rem;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--warn);border-radius:6px}
footer{margin-top:3.5rem;padding-bottom:3rem;color:var(--muted);font-size:.86rem}
@media (max-width:820px){.tiles{grid-template-columns:1fr 1fr}.tiles li:nth-child(3){border-left:0}.tiles li:nth-child(n+3){border-top:1px solid var(--line)}.cards,.three{grid-template-columns:1fr}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{@page{margin:16mm 14mm}body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}main,header,footer{max-width:none;padding:0}header{padding-top:0}h2{margin-top:1.8rem;break-after:avoid}.card,figure,tr,.who,.tiles{break-inside:avoid}}
`
  .replace(/\n/g, '')
  .trim();
