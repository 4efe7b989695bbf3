/** An address as people write it: without the postcode of six zeros that some marketplaces print where they know none. */

const noPostcode = /\s*[(（]0{6}[)）]\s*$/;

export function addressText(printed: string): string {
  return printed.replace(noPostcode, '');
}
