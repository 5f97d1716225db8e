/** The messages from the ledger's worker to the page. */

/** A number of the course, as computed here. */
export interface ObtainedRow {
  readonly id: string;
  readonly obtained: number;
  readonly agrees: boolean;
}

export type LedgerMessage =
  | { readonly kind: 'row'; readonly row: ObtainedRow }
  | { readonly kind: 'done' }
  | { readonly kind: 'failure'; readonly sentence: string };
