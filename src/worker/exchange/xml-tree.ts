/** A whole XML file as a tree, under the limits of the readers of files. */
import { localName, readXml } from '../formats/xml.ts';
import type { Attributes } from '../formats/xml.ts';
import type { Meter } from '../formats/limits.ts';

export interface XmlNode {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Its texts and its children in their order. */
  readonly content: readonly (string | XmlNode)[];
}

interface Growing extends XmlNode {
  readonly children: Growing[];
  readonly content: (string | Growing)[];
  text: string;
}

/** @throws Unreadable for XML that is not well-formed or passes a limit */
export function readTree(xml: string, meter: Meter): XmlNode {
  const root: Growing = { name: '', attributes: {}, children: [], content: [], text: '' };
  const open: Growing[] = [root];
  readXml(xml, meter, {
    open: (name, attributes) => {
      const node: Growing = { name: localName(name), attributes, children: [], content: [], text: '' };
      open.at(-1)!.children.push(node);
      open.at(-1)!.content.push(node);
      open.push(node);
    },
    text: (text) => {
      open.at(-1)!.text += text;
      open.at(-1)!.content.push(text);
    },
    close: () => {
      open.pop();
    },
  });
  return root.children[0] ?? root;
}

export function childrenNamed(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

export function childNamed(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** All elements of that name below a node, in the order of the file. */
export function descendantsNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  const walk = (at: XmlNode): void => {
    for (const child of at.children) {
      if (child.name === name) found.push(child);
      walk(child);
    }
  };
  if (node) walk(node);
  return found;
}
