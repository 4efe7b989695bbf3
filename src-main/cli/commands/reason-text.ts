/** Why somebody is to be contacted, and why somebody is not, as the command line says it. */

import type { Held, Reason } from '../../../src-shared/contract/follow-ups.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';
import { say } from '../desk.ts';

type Of<Kind extends Reason['kind']> = Extract<Reason, { kind: Kind }>;

const happened = {
  paid: ['付款', 'paid'],
  shipped: ['发货', 'sent'],
  received: ['签收', 'received'],
} as const satisfies Record<Of<'after'>['what'], readonly [string, string]>;

const days = {
  birthday: ['生日', 'birthday'],
  anniversary: ['纪念日', 'anniversary'],
  other: ['日子', 'day'],
} as const satisfies Record<Of<'occasion'>['occasion'], readonly [string, string]>;

function whyNow(reason: Reason, language: Language): string {
  const words = (zh: string, en: string): string => say(language, zh, en);
  switch (reason.kind) {
    case 'hand':
      return words('自己排的', 'planned by hand');
    case 'after': {
      const [zh, en] = happened[reason.what];
      const said = words(`${zh}满 ${reason.days} 天`, `${en} ${reason.days} days ago`);
      return reason.first ? words(`${said}，第一单`, `${said}, their first order`) : said;
    }
    case 'renew':
      return words(
        `${reason.everyDays} 天买一次，已 ${reason.sinceDays} 天`,
        `every ${reason.everyDays} days, now ${reason.sinceDays}`,
      );
    case 'dormant':
      return words(
        `${reason.sinceDays} 天没来，买过 ${reason.purchases} 次`,
        `away for ${reason.sinceDays} days, came ${reason.purchases} times`,
      );
    case 'occasion': {
      const [zh, en] = days[reason.occasion];
      return words(`${reason.name}${zh} ${reason.on}`, `${`${reason.name} ${en}`.trim()} ${reason.on}`);
    }
    case 'refund':
      return words(`退款或工单办完满 ${reason.days} 天`, `${reason.days} days after a refund or ticket`);
    case 'unpaid':
      return words(`下单 ${reason.days} 天没付款`, `ordered ${reason.days} days ago, not paid`);
    case 'cycle':
      return words(`${reason.everyDays} 天该换一次`, `due for a new one every ${reason.everyDays} days`);
    case 'tier':
      return words(`本月成了 ${reason.tier}`, `became ${reason.tier} this month`);
    case 'level': {
      const [level, from] = [reason.level ?? words('没有等级', 'no level'), reason.from ?? ''];
      if (reason.how === 'raised') return words(`${reason.at} 升到 ${level}`, `raised to ${level} on ${reason.at}`);
      return words(`${reason.at} 从 ${from} 降到 ${level}`, `from ${from} to ${level} on ${reason.at}`);
    }
  }
}

/** With what it is about, if anything was bought; `also`: so many more are due with this person. */
export function reasonText(reason: Reason, also: number, language: Language): string {
  const about = 'of' in reason ? (reason.of?.item ?? '') : '';
  const said = [whyNow(reason, language), about].filter((part) => part !== '').join(' · ');
  return also === 0 ? said : say(language, `${said}；另有 ${also} 件事`, `${said}; ${also} more`);
}

const heldWords = {
  optOut: ['说过不要联系', 'asked not to be contacted'],
  holdout: ['留作对照，不联系', 'control group'],
  dispute: ['有没办完的事', 'something is open'],
  justOrdered: ['刚下单', 'has just ordered'],
  tooOften: ['最近联系过', 'contacted lately'],
  quietHours: ['现在别打扰', 'not to be disturbed now'],
} as const;

/** A reason that has no words here is said by its code. */
export function heldText({ why, until, what }: Held, language: Language): string {
  const known: Readonly<Partial<Record<string, readonly [string, string]>>> = heldWords;
  const [zh, en] = known[why] ?? [why, why];
  const from = until === null ? '' : say(language, `，${until} 起可以`, `, until ${until}`);
  return `${say(language, zh, en)}${what === '' ? '' : ` (${what})`}${from}`;
}
