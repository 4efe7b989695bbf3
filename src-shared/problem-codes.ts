/** Expected failures of a call: the catalogue of codes and the details each carries. Sentences stand in `problem-texts.ts`. */

export interface ProblemDetails {
  // files
  'file-not-found': { name: string };
  'file-unreadable': { name: string };
  'file-empty': { name: string };
  'file-is-folder': { name: string };
  'file-has-no-header': { name: string };
  'file-is-packed-twice': { name: string };
  'file-holds-no-orders': { name: string };
  /** A customer list that this program wrote. */
  'own-list': { name: string };
  'file-has-two-headers': { name: string; row: number };
  'file-is-html': { name: string };
  'file-is-encrypted': { name: string };
  'file-is-damaged': { name: string; where: string };
  'file-is-unknown': { name: string };
  'file-encoding-unknown': { name: string };
  'file-too-large-unpacked': { name: string; limit: string };
  'file-has-too-many-columns': { name: string; limit: number };
  'file-has-doctype': { name: string };
  'file-reading-took-too-long': { name: string };
  'file-needs-mapping': { name: string; missing: string };
  'file-has-unknown-columns': { name: string; columns: string };
  'file-lacks-columns': { name: string; columns: string };
  'file-dates-unclear': { name: string };
  'file-has-unknown-statuses': { name: string; words: string };
  'file-is-guess': { name: string };
  'file-is-purchases': { name: string; column: string };
  'ticket-unknown': { ticket: string };
  // imports
  'nothing-to-import': { name: string };
  'currencies-mixed': { shop: string; ledger: string; file: string };
  'check-unknown': { check: string };
  'check-is-stale': Record<never, never>;
  'import-cancelled': Record<never, never>;
  'cancelled-too-late': Record<never, never>;
  'import-running': Record<never, never>;
  'batch-unknown': { batch: string };
  'mappings-unreadable': { name: string };
  'row-not-aside': { row: number };
  'row-still-damaged': { row: number };
  'batch-already-undone': { batch: string };
  'batch-not-undone': { batch: string };
  // ledger
  'ledger-in-use': { folder: string };
  'ledger-locked': Record<never, never>;
  'ledger-full': Record<never, never>;
  'ledger-read-only': { folder: string };
  'ledger-is-newer': { version: string };
  'ledger-migration-changed': { migration: string };
  'ledger-damaged': { folder: string };
  'ledger-missing': { folder: string };
  'ledger-is-foreign': { folder: string };
  'ledger-restarted': Record<never, never>;
  'sqlite-too-old': { version: string };
  'node-too-old': { version: string };
  'text-decoder-missing': { encoding: string };
  'backup-not-found': { name: string };
  'backup-damaged': { name: string };
  'backup-is-foreign': { name: string };
  // asking
  'method-unknown': { method: string };
  'params-invalid': { method: string; where: string };
  'customer-unknown': { customer: string };
  'hand-without-person': Record<never, never>;
  'hand-refused': { found: string };
  'contact-unknown': { customer: string };
  'customer-of-one-part': { customer: string };
  'order-unknown': { order: string };
  'metric-unknown': { name: string };
  'shop-unknown': { name: string };
  'edit-unknown': { edit: string };
  'rule-unknown': { rule: string };
  'filter-invalid': { where: string };
  'segment-unknown': { segment: string };
  'tag-unknown': { tag: string };
  'level-unknown': { level: string };
  'follow-up-unknown': { origin: string };
  'care-rule-unknown': { rule: string };
  'strategy-unknown': { strategy: string };
  'run-unknown': { run: string };
  'strategy-running': { name: string; until: string };
  'strategy-empty': { name: string };
  'plan-unknown': { plan: string };
  'plan-nothing-due': { name: string };
  'plan-empty': { name: string };
  'service-ticket-unknown': { ticket: string };
  'template-unknown': { template: string };
  'layout-unknown': { layout: string };
  'tag-exists': { tag: string };
  'field-unknown': { field: string };
  'field-exists': { field: string };
  'view-unknown': { view: string };
  'view-exists': { view: string };
  'field-misread': { field: string; found: string };
  'segment-of-itself': { segment: string };
  'segment-in-use': { segment: string; by: string };
  'day-invalid': { found: string };
  'arguments-invalid': { found: string };
  'save-failed': { name: string };
  'not-here': { what: string };
}

export type ProblemCode = keyof ProblemDetails;
