/** Sentences of the Problems that an answer to a question may be: nothing is wrong with a file or the ledger. Part of `problem-texts.ts`. */

import type { ProblemDetails } from './problem-codes.ts';

type AskingCode =
  | 'method-unknown'
  | 'params-invalid'
  | 'customer-unknown'
  | 'hand-without-person'
  | 'hand-refused'
  | 'contact-unknown'
  | 'customer-of-one-part'
  | 'order-unknown'
  | 'metric-unknown'
  | 'shop-unknown'
  | 'edit-unknown'
  | 'rule-unknown'
  | 'filter-invalid'
  | 'strategy-unknown'
  | 'run-unknown'
  | 'strategy-running'
  | 'strategy-empty'
  | 'plan-unknown'
  | 'plan-nothing-due'
  | 'plan-empty'
  | 'segment-unknown'
  | 'tag-unknown'
  | 'level-unknown'
  | 'follow-up-unknown'
  | 'care-rule-unknown'
  | 'service-ticket-unknown'
  | 'template-unknown'
  | 'layout-unknown'
  | 'tag-exists'
  | 'field-unknown'
  | 'field-exists'
  | 'view-unknown'
  | 'view-exists'
  | 'field-misread'
  | 'segment-of-itself'
  | 'segment-in-use'
  | 'day-invalid'
  | 'arguments-invalid'
  | 'save-failed'
  | 'not-here';

type Sentences = {
  readonly [Code in AskingCode]: (details: ProblemDetails[Code]) => { readonly zh: string; readonly en: string };
};

export const askingSentences: Sentences = {
  'method-unknown': ({ method }) => ({
    zh: `程序不认识这个操作（${method}）。请重启程序。`,
    en: `The program does not know this action (${method}). Please restart the program.`,
  }),
  'params-invalid': ({ method, where }) => ({
    zh: `这一步填的内容不对（${method}：${where}）。请改了再试。`,
    en: `Something you filled in is not right (${method}: ${where}). Change it and try again.`,
  }),
  'customer-unknown': ({ customer }) => ({
    zh: `没有这位客户（${customer}）。可能刚被合并，或导入被撤销了。请回到名单再看。`,
    en: `There is no such customer (${customer}). They may have been merged, or an import was undone. Look at the list again.`,
  }),
  'hand-without-person': () => ({
    zh: '记不下来：电话和微信名都没写，以后认不出是谁。请至少写一样。',
    en: 'This cannot be saved: without a phone or a handle the person cannot be recognised later. Please give one of them.',
  }),
  'hand-refused': ({ found }) => ({
    zh: `记不下来：有一格看不懂（${found}）。请看看金额和日期。`,
    en: `This cannot be saved: a field cannot be read (${found}). Please check amounts and dates.`,
  }),
  'contact-unknown': ({ customer }) => ({
    zh: `这位客户（${customer}）没有这个电话或地址。可能导入被撤销了。请重新打开档案。`,
    en: `Customer ${customer} has no such phone or address. The import may have been undone. Please open the page again.`,
  }),
  'customer-of-one-part': ({ customer }) => ({
    zh: `这位客户（${customer}）拆不开：至少要留下一份。请少选几份再拆。`,
    en: `Customer ${customer} cannot be taken apart like this: at least one part has to stay. Choose fewer parts.`,
  }),
  'order-unknown': ({ order }) => ({
    zh: `没有这张订单（${order}）。可能导入被撤销了，请刷新再看。`,
    en: `There is no such order (${order}). An import may have been undone. Look at the page again.`,
  }),
  'metric-unknown': ({ name }) => ({
    zh: `没有叫“${name}”的指标。用 metrics 命令看有哪些。`,
    en: `There is no metric “${name}”. The command “metrics” lists them all.`,
  }),
  'shop-unknown': ({ name }) => ({
    zh: `没有叫“${name}”的店铺。请另选一家。`,
    en: `There is no shop “${name}”. Choose another one.`,
  }),
  'edit-unknown': ({ edit }) => ({
    zh: `没有这条修改记录（${edit}），或它已经撤销。`,
    en: `There is no such change (${edit}), or it is already undone.`,
  }),
  'rule-unknown': ({ rule }) => ({
    zh: `没有这条排除规则（${rule}），它可能已经删掉了。`,
    en: `There is no such exclusion rule (${rule}); it may have been removed.`,
  }),
  'filter-invalid': ({ where }) => ({
    zh: `这个条件看不懂${where === '' ? '' : `：${where} 处不对`}。写法见 README 的“条件”一节。`,
    en: `This filter cannot be read${where === '' ? '' : `: something is wrong at ${where}`}. The README says how filters are written.`,
  }),
  'strategy-unknown': ({ strategy }) => ({
    zh: `没有编号 ${strategy} 的策略，可能刚被删掉。请回到策略列表再选。`,
    en: `There is no strategy with the number ${strategy}; it may have been removed. Choose from the list again.`,
  }),
  'run-unknown': ({ run }) => ({
    zh: `没有编号 ${run} 的执行，可能刚被撤销。请回到策略再选。`,
    en: `There is no run with the number ${run}; it may have been undone. Open the strategy and choose again.`,
  }),
  'strategy-running': ({ name, until }) => ({
    zh: `“${name}”上一次还没到期，要到 ${until} 之后才能再执行。`,
    en: `“${name}” is still running until ${until}; it can be run again after that.`,
  }),
  'strategy-empty': ({ name }) => ({
    zh: `“${name}”里现在没有可以联系的人。请放宽条件，或看看谁被挡下了。`,
    en: `“${name}” has nobody to contact now. Widen its conditions, or see who is held back.`,
  }),
  'plan-unknown': ({ plan }) => ({
    zh: `没有这个计划（${plan}），它可能已经删掉了。`,
    en: `There is no such plan (${plan}); it may have been removed.`,
  }),
  'plan-nothing-due': ({ name }) => ({
    zh: `“${name}”里现在没有该执行的策略。可以自己选几个，或者等到期。`,
    en: `No strategy of “${name}” is due now. Choose some yourself, or wait until they are due.`,
  }),
  'plan-empty': ({ name }) => ({
    zh: `“${name}”里要执行的策略，现在都没有可以联系的人。请放宽条件，或看看谁被挡下了。`,
    en: `The strategies of “${name}” have nobody to contact now. Widen their conditions, or see who is held back.`,
  }),
  'segment-unknown': ({ segment }) => ({
    zh: `没有这个人群（${segment}），它可能已经删掉了。`,
    en: `There is no such segment (${segment}); it may have been removed.`,
  }),
  'follow-up-unknown': () => ({
    zh: '这次回访已经不在了：可能刚导入了新订单，或者别处撤销了一步。请刷新名单再看。',
    en: 'This follow-up is no longer there: new orders may have come in, or a step was undone. Look at the list again.',
  }),
  'care-rule-unknown': ({ rule }) => ({
    zh: `没有编号 ${rule} 的关怀规则，可能刚被删掉。请回到规则列表再选。`,
    en: `There is no care rule with the number ${rule}; it may have been removed. Choose from the list of rules again.`,
  }),
  'service-ticket-unknown': ({ ticket }) => ({
    zh: `没有编号 ${ticket} 的工单，可能刚被删掉。请刷新后再选。`,
    en: `There is no ticket with the number ${ticket}; it may have been removed. Look at the list again.`,
  }),
  'template-unknown': ({ template }) => ({
    zh: `没有这个模板（${template}），它可能已经删掉了。`,
    en: `There is no such template (${template}); it may have been removed.`,
  }),
  'layout-unknown': ({ layout }) => ({
    zh: `没有这个名单格式（${layout}），它可能已经删掉了。`,
    en: `There is no such layout (${layout}); it may have been removed.`,
  }),
  'tag-unknown': ({ tag }) => ({
    zh: `没有这个标签（${tag}），它可能已经删掉了。`,
    en: `There is no such tag (${tag}); it may have been removed.`,
  }),
  'level-unknown': ({ level }) => ({
    zh: `没有这个等级（${level}），它可能已经删掉了。`,
    en: `There is no such level (${level}); it may have been removed.`,
  }),
  'tag-exists': ({ tag }) => ({
    zh: `已经有叫“${tag}”的标签了。请换一个名字。`,
    en: `There is already a tag called “${tag}”. Please choose another name.`,
  }),
  'field-unknown': ({ field }) => ({
    zh: `没有这个字段（${field}），它可能已经删掉了。`,
    en: `There is no such field (${field}); it may have been removed.`,
  }),
  'field-exists': ({ field }) => ({
    zh: `已经有叫“${field}”的字段了。请换一个名字。`,
    en: `There is already a field called “${field}”. Please choose another name.`,
  }),
  'view-unknown': ({ view }) => ({
    zh: `没有这个视图（${view}），它可能已经删掉了。`,
    en: `There is no such view (${view}); it may have been removed.`,
  }),
  'view-exists': ({ view }) => ({
    zh: `已经有叫“${view}”的视图了。请换一个名字。`,
    en: `There is already a view called “${view}”. Please choose another name.`,
  }),
  'field-misread': ({ field, found }) => ({
    zh: `“${found}”不能填进“${field}”。数字写成 12.5，日期写成 2026-08-16，选项照它的名字写，是非写“是”或“否”。`,
    en: `“${found}” cannot be filled into “${field}”. Write a number like 12.5, a date like 2026-08-16, a choice by its name, or “yes” or “no”.`,
  }),
  'segment-of-itself': ({ segment }) => ({
    zh: `人群 ${segment} 的条件绕回到它自己了。请去掉条件里的这个人群。`,
    en: `The conditions of segment ${segment} lead back to the segment itself. Remove it from its own conditions.`,
  }),
  'segment-in-use': ({ segment, by }) => ({
    zh: `人群 ${segment} 还用在“${by}”的条件里。请先从那里去掉，再删掉。`,
    en: `Segment ${segment} is still used in the conditions of “${by}”. Remove it there first, then delete it.`,
  }),
  'day-invalid': ({ found }) => ({
    zh: `“${found}”不是日期。请写成 2026-08-16 这样。`,
    en: `“${found}” is not a date. Write it like 2026-08-16.`,
  }),
  'arguments-invalid': ({ found }) => ({
    zh: `命令写得不对：${found}。用 --help 看用法。`,
    en: `The command is wrong: ${found}. See --help for how to write it.`,
  }),
  'save-failed': ({ name }) => ({
    zh: `“${name}”没有存成。它可能正在别的程序里打开，请关掉再存。`,
    en: `“${name}” could not be saved. It may be open in another program: close it there and save again.`,
  }),
  'not-here': ({ what }) => ({
    zh: `这里做不了：${what}。请在回头客的窗口里做。`,
    en: `This cannot be done here: ${what}. Do it in the Regulars window.`,
  }),
};
