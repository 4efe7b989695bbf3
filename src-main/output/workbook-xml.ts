/** What stands in a workbook beside its rows: its parts, its styles, how a sheet begins and ends. For write-xlsx. */

/** Cell styles by their numbers in `styles`. */
export const cellStyles = { number: 0, header: 1, text: 2, count: 3, money: 4 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const A4 = 9;
/** The first number a format of one's own may have. */
const OWN_FORMAT = 164;
/** Built in: '0', '#,##0', '#,##0.00', '@'. */
const [WHOLE, GROUPED, GROUPED_CENTS, TEXT] = [1, 3, 4, 49];

/** 1 → 'A', 28 → 'AB'. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export const sheetPart = (sheet: number): string => `xl/worksheets/sheet${sheet}.xml`;

function moneyFormat(decimals: number): { id: number; own: string } {
  if (decimals === 0) return { id: GROUPED, own: '' };
  if (decimals === 2) return { id: GROUPED_CENTS, own: '' };
  const code = `#,##0.${'0'.repeat(decimals)}`;
  return {
    id: OWN_FORMAT,
    own: `<numFmts count="1"><numFmt numFmtId="${OWN_FORMAT}" formatCode="${code}"/></numFmts>`,
  };
}

function styles(moneyDecimals: number): string {
  const money = moneyFormat(moneyDecimals);
  const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const style = (format: number, fontId = 0): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${fontId > 0 ? ' applyFont="1"' : ''}/>`;
  return (
    `${declaration}<styleSheet xmlns="${main}">${money.own}` +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    // In the order of `cellStyles`.
    `<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(TEXT, 1)}${style(TEXT)}${style(WHOLE)}${style(money.id)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** The sheets' names; each prints its first row on every page. */
function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const titles = names.map(
    (name, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  );
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}">` +
    `<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  );
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${types}.${type}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, at) => override(sheetPart(at + 1), 'worksheet'));
  return (
    `${declaration}<Types xmlns="${packages}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${parts.join('')}</Types>`
  );
}

function relationsTo(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}

/** All parts but the sheets. */
export function otherParts(
  sheetNames: readonly string[],
  moneyDecimals: number,
): readonly (readonly [part: string, xml: string])[] {
  const sheets = sheetNames.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const);
  return [
    ['[Content_Types].xml', contentTypes(sheetNames.length)],
    ['_rels/.rels', relationsTo([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheetNames)],
    ['xl/_rels/workbook.xml.rels', relationsTo([...sheets, ['styles', 'styles.xml']])],
    ['xl/styles.xml', styles(moneyDecimals)],
  ];
}

/** Up to the first row: the header stays in sight, a page is as wide as the list. */
export function sheetBegin(
  columns: readonly { readonly width: number; readonly style: number }[],
  isFirst: boolean,
  hasHead = true,
): string {
  const list = columns.map(
    ({ width, style }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  );
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    (hasHead
      ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
      : '') +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `${list.length > 0 ? `<cols>${list.join('')}</cols>` : ''}<sheetData>`
  );
}

export const sheetEnd =
  '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  `<pageSetup paperSize="${A4}" fitToHeight="0"/></worksheet>`;
