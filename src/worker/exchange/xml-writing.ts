/** XML as text, an element a call. Children are XML already; attributes and `text` are not. */

type AttributeValues = Readonly<Record<string, string | number | boolean | undefined>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** XML has no place for control characters and lone surrogates: each becomes the sign for an unreadable character. */
function writable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
}

export function xmlText(text: string): string {
  // A carriage return would be read back as a line feed.
  return writable(text).replace(/[&<>\r]/gu, (sign) => entities[sign]!);
}

/** Attributes that are undefined are left out. */
export function xmlElement(name: string, attributes: AttributeValues, ...children: readonly string[]): string {
  let opening = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined)
      opening += ` ${attribute}="${writable(String(value)).replace(/[&<>"\t\n\r]/gu, (sign) => entities[sign]!)}"`;
  }
  return children.length === 0 ? `${opening}/>` : `${opening}>${children.join('')}</${name}>`;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
