/** What the ledger's worker says to the page, as types. */

/** A number of the course as it was obtained here. */
export interface ObtainedRow {
  readonly id: string;
  readonly obtained: number;
  readonly agrees: boolean;
}

export type LedgerMessage =
  | { readonly kind: 'row'; readonly row: ObtainedRow }
  | { readonly kind: 'done' }
  | { readonly kind: 'failure'; readonly sentence: string };
