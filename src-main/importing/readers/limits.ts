/** How much of a file we are willing to unpack and hold. Real order files stay far below. */

export const maxColumns = 1000;
export const rowsPerBatch = 1000;
/** A workbook's parts together, unpacked. */
export const maxUnpackedBytes = 200 * 1024 * 1024;
/** Unpacked to packed, counted once a part is beyond `ratioFreeBytes`. */
export const maxUnpackedRatio = 200;
export const ratioFreeBytes = 10 * 1024 * 1024;
export const maxZipParts = 2000;
export const maxXmlDepth = 64;
/** Characters between two tags. */
export const maxXmlText = 1024 * 1024;
/** What the sheet itself can hold in any spreadsheet program. */
export const maxSheetRow = 1_048_576;
/** Files packed in a zip or gz, unpacked together: text of a million orders stays below. */
export const maxPackedBytes = 1024 * 1024 * 1024;
/** Files in one archive that are looked into. */
export const maxPackedFiles = 400;
/** Workbooks of the old kinds and web pages are read whole: larger ones are refused. */
export const maxOldBookBytes = 64 * 1024 * 1024;
