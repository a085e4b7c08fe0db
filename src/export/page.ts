/** What every page that stands alone begins and ends with: no script, no request, its style within. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => entities[sign]!);
}

/** Up to the opened body. `title` is escaped here; `language` is that of the page's own words, `und` where it has none. */
export function pageOpening(title: string, style: string, language = 'en'): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
`;
}

export const pageClosing = '</body>\n</html>\n';
