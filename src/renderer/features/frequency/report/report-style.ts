/** The style of a saved report: print first, paper colours on a screen. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:light-dark(#fffefb,#1e1e1c);--ink:light-dark(#1e1d1a,#e9e6df);--soft:light-dark(#625e53,#aca89d);--line:light-dark(#e2ded5,#32312e);--tint:light-dark(#f3f1ec,#262624)}
*{box-sizing:border-box}
body{max-inline-size:960px;margin:48px auto;padding-inline:24px;background:var(--paper);color:var(--ink);font:15px/1.55 "Source Serif 4","Noto Naskh Arabic","Noto Serif",Georgia,serif}
h1{margin:0;font-size:32px;line-height:1.2;font-weight:600}
header p,.origin,.rest,figcaption{color:var(--soft);font:12px/1.5 Inter,"Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
section{margin-block-start:48px}
h2{margin:0 0 12px;font-size:20px;font-weight:600}
.comment{max-inline-size:62ch;white-space:pre-wrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;font-size:14px}
th{padding:6px 10px;border-block-end:2px solid var(--line);color:var(--soft);font:600 11px/1.4 Inter,"Noto Sans",system-ui,sans-serif;text-align:start;white-space:nowrap}
td{padding:4px 10px;border-block-end:1px solid var(--line)}
.number{text-align:end;font-variant-numeric:tabular-nums lining-nums}
figure{margin:0;padding:8px;border-radius:8px;background:var(--tint)}
figure svg{display:block;max-inline-size:100%;block-size:auto;margin-inline:auto}
figcaption{margin-block-start:8px}
.origin{margin-block:12px 0;overflow-wrap:anywhere}
@media print{:root{color-scheme:light}body{margin:0;max-inline-size:none}section{break-inside:avoid-page}thead{display:table-header-group}tr,figure{break-inside:avoid}.scroll{overflow:visible}}
`;
