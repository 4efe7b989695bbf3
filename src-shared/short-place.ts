/** A province or city as people say it, for narrow columns: 浙江, 内蒙古, 乌鲁木齐. */

const ending = /^(.{2,}?)(?:省|市|(?:维吾尔|壮族|回族)?自治区|特别行政区)$/u;

export function shortPlace(text: string): string {
  return text.replace(ending, '$1');
}
