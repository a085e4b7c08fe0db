/** Documents joined into groups: a forest of disjoint sets (Galler and Fischer 1964). */
import type { DocId } from '../../shared/model.ts';

export interface NearDuplicates {
  /** Groups of two documents or more, each ascending, in the order of their first document. */
  readonly groups: readonly (readonly DocId[])[];
  /** For each document the first of its group (itself when alone). Length = documents. */
  readonly representative: Uint32Array;
}

export class DocumentGroups {
  private readonly parent: Uint32Array;

  constructor(documents: number) {
    this.parent = Uint32Array.from({ length: documents }, (_, doc) => doc);
  }

  together(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  /** The lower root wins, so that a group is named by its first document. */
  join(a: number, b: number): void {
    const left = this.root(a);
    const right = this.root(b);
    this.parent[Math.max(left, right)] = Math.min(left, right);
  }

  gather(): NearDuplicates {
    const representative = Uint32Array.from(this.parent, (_, doc) => this.root(doc));
    const groups = new Map<number, DocId[]>();
    representative.forEach((root, doc) => {
      const members = groups.get(root);
      if (members) members.push(doc as DocId);
      else groups.set(root, [doc as DocId]);
    });
    return { groups: [...groups.values()].filter((members) => members.length > 1), representative };
  }

  private root(member: number): number {
    const { parent } = this;
    let at = member;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }
}
