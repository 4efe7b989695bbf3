/** What the command line says when asked, or when a command is not understood. */

import type { Language } from '../../src-shared/problem-texts.ts';

const zh = `用法：npm run -s cli -- 命令 [--data 文件夹] [--json]

  import 文件… [--shop 店名] [--marketplace taobao|shopify|other] [--mapping 对列.json] [--check] [--report 问题单.xlsx]
  mappings [--export 文件.json | --import 文件.json | --forget 编号]
  history · undo 编号 · redo 编号
  totals [--shop 店名]
  rfm --on 2026-06-30 [--shop 店名] [--definition quantile|ntile|typed] [--customers]
  customers [--search 词] [--filter JSON 或文件] [--segment 人群] [--csv 文件 | --xlsx 文件] [--whole-phones] [--for-records]
  segments [show 人群 | save [人群] --name 名字 --filter JSON 或文件 [--fix] | rename 人群 --name 名字]
           [fix 人群 | loosen 人群 | remove 人群 | undo 人群 | redo 人群]
  tags [give 标签 | take 标签] [客户… | --filter JSON 或文件 | --segment 人群] · tags rename 标签 --name 名字 · tags remove 标签
  templates [begin | show 模板 | save [模板] --name 名字 --channel sms|phone|wechat|marketplace|email|post --text 正文或文件 | remove 模板]
            [preview 模板 [--at 第几位] [--filter JSON 或文件] [--segment 人群]]
  send-list 模板 [--filter JSON 或文件] [--segment 人群] [--xlsx 文件 | --csv 文件] [--columns phone,message,fields] [--no-heads] [--sent]
  followups [today] · followups daysheet --out 文件.ics|文件.html [--masked] · followups reminder · followups rules
           followups letbe 规则 --holdout 20% · followups result 规则 [--on 日] · followups calls [--from 日] [--on 日]
  strategy [save [策略] --name 名字 --filter JSON 或文件 | --segment 人群 --say 话 --channel 怎么联系 --days 天 --holdout 30%]
           [--coupon 每个买家另花 --each 每联系一人花 --budget 预算 --shared --every 隔几天再执行] · strategy look|launch|pooled|remove|undo|redo 策略 [--on 日]
           strategy people|result 执行编号 [--on 日]；名单用 customers --filter '{"field":"run","in":[编号]}' 导出
  plan [save 计划 策略… [--name 新名字] | look 计划 | launch 计划 [--on 日] [--only 策略,策略]] · plan remove 计划 · plan undo|redo 改动（照顺序执行，一人只在一个策略里）
  tickets [open|closed] [--on 日] · tickets report [--from 日] · tickets cycle 商品里的字…（多久又买一次）
  leads [--on 日] · leads set 客户 [new|contacted|interested|quoted|lost] [--source 哪里来的] [--reason 为什么]
  levels [--on 日] · levels try|save 规则JSON或文件 · levels give 客户 等级 --reason 为什么 [--until 日] · levels take 客户
  fields [add 字段 --type text|number|date|choice|yesNo --choices 甲,乙 | rename 字段 --name 名字 | choices 字段 --choices 甲,乙 | remove 字段]
         [set 字段 值 | clear 字段] [客户… | --filter JSON 或文件 | --segment 人群] · fields undo|redo 改动
  views [rename 视图 --name 名字 | remove 视图 | undo|redo 改动] · customers --view 视图
  metrics [名字] --on 2026-06-30 [--from 日] [--least 单数]
  report [overview|sales|newcomers|cohorts|repurchase|tiers|contribution|products] --on 日 [--from 日] [--compare year|before] [--least 单数] [--xlsx 文件]
  forecast [客户编号] --on 日 [--shop 店名]
  coverage [--shop 店名] [--from 日 --to 日 --no-sales|--closed|--clear]
  exclusions [add --kind brushing|self|test|staff|reseller --seller-note V-* … [--any] [--check] | remove 编号]
  profile 客户编号 [--on 2026-06-30]
  explain 指标名 [--row month=2026-05,part=new] | 客户编号[.refundMinor|.level | --segment 人群] | customers [--search 词] | import:编号[.changed]  --on 2026-06-30
  review [--strength likely|possible|matched] [--limit 组数] · later 组 [--back]
  merge 客户 客户… [--name 名字] [--note 备注] · merge --all likely|possible|matched
  unmerge 客户 [订单…] · never-same 客户 客户…
  backup · restore 备份 · verify

带数的命令都可以加 --with-excluded：把排除的单也算进来。排除的条件写成 V-*（以它开头）、*刷*（含有）或整个词，
  还有 --buyer-note --nick --receiver --phone --address --paid-from 元 --paid-to 元。
review --json：{total, counts: {likely, possible, matched}, groups: [{key, strength, members: [{customer, name, certainty, buyerId,
phone, region, address, note, shops, orders, counted, currency, netMinor, firstDay, lastDay}], pairs: [{a, b, bits, evidence: [{field,
says, bits, left, right}]}]}]}。unmerge 客户：{customer, parts: [{order, key, link, orders, netMinor, …}]}，再给出各份的 order 就拆开。
--json 在标准输出给出一个 JSON 值，其余的话写到标准错误。
退出码：0 好；1 有问题（{"problem":{"code","details","zh","en"}}）；70 程序故障。`;

const en = `Usage: npm run -s cli -- COMMAND [--data DIR] [--json]

  import FILE… [--shop NAME] [--marketplace taobao|shopify|other] [--mapping FILE.json] [--check] [--report FILE.xlsx]
  mappings [--export FILE.json | --import FILE.json | --forget ID]
  history · undo BATCH · redo BATCH
  totals [--shop NAME]
  rfm --on 2026-06-30 [--shop NAME] [--definition quantile|ntile|typed] [--customers]
  customers [--search WORD] [--filter JSON|FILE] [--segment SEGMENT] [--csv FILE | --xlsx FILE] [--whole-phones] [--for-records]
  segments [show SEGMENT | save [SEGMENT] --name NAME --filter JSON|FILE [--fix] | rename SEGMENT --name NAME]
           [fix SEGMENT | loosen SEGMENT | remove SEGMENT | undo SEGMENT | redo SEGMENT]
  tags [give TAG | take TAG] [CUSTOMER… | --filter JSON|FILE | --segment SEGMENT] · tags rename TAG --name NAME · tags remove TAG
  templates [begin | show TEMPLATE | save [TEMPLATE] --name NAME --channel sms|phone|wechat|marketplace|email|post --text TEXT|FILE | remove TEMPLATE]
            [preview TEMPLATE [--at PLACE] [--filter JSON|FILE] [--segment SEGMENT]]
  send-list TEMPLATE [--filter JSON|FILE] [--segment SEGMENT] [--xlsx FILE | --csv FILE] [--columns phone,message,fields] [--no-heads] [--sent]
  followups [today] · followups daysheet --out FILE.ics|FILE.html [--masked] · followups reminder · followups rules
           followups letbe RULE --holdout 20% · followups result RULE [--on DAY] · followups calls [--from DAY] [--on DAY]
  strategy [save [STRATEGY] --name NAME --filter JSON|FILE | --segment SEGMENT --say TEXT --channel CHANNEL --days DAYS --holdout 30%]
           [--coupon EACH BUYER --each EACH PERSON --budget AMOUNT --shared --every DAYS] · strategy look|launch|pooled|remove|undo|redo STRATEGY [--on DAY]
           strategy people|result RUN [--on DAY]; lists by customers --filter '{"field":"run","in":[RUN]}'
  plan [save PLAN STRATEGY… [--name NEW NAME] | look PLAN | launch PLAN [--on DAY] [--only STRATEGY,STRATEGY]] · plan remove PLAN · plan undo|redo CHANGE (in order, nobody in two)
  tickets [open|closed] [--on DAY] · tickets report [--from DAY] · tickets cycle WORD… (how often it is bought again)
  leads [--on DAY] · leads set CUSTOMER [new|contacted|interested|quoted|lost] [--source WHERE FROM] [--reason WHY]
  levels [--on DAY] · levels try|save RULES.json|JSON · levels give CUSTOMER LEVEL --reason WHY [--until DAY] · levels take CUSTOMER
  fields [add FIELD --type text|number|date|choice|yesNo --choices A,B | rename FIELD --name NAME | choices FIELD --choices A,B | remove FIELD]
         [set FIELD VALUE | clear FIELD] [CUSTOMER… | --filter JSON|FILE | --segment SEGMENT] · fields undo|redo CHANGE
  views [rename VIEW --name NAME | remove VIEW | undo|redo CHANGE] · customers --view VIEW
  metrics [NAME] --on 2026-06-30 [--from DAY] [--least ORDERS]
  report [overview|sales|newcomers|cohorts|repurchase|tiers|contribution|products] --on DAY [--from DAY] [--compare year|before] [--least ORDERS] [--xlsx FILE]
  forecast [CUSTOMER] --on DAY [--shop NAME]
  coverage [--shop NAME] [--from DAY --to DAY --no-sales|--closed|--clear]
  exclusions [add --kind brushing|self|test|staff|reseller --seller-note V-* … [--any] [--check] | remove RULE]
  profile CUSTOMER [--on 2026-06-30]
  explain METRIC [--row month=2026-05,part=new] | CUSTOMER[.refundMinor|.level | --segment SEGMENT] | customers [--search WORD] | import:BATCH[.changed]  --on 2026-06-30
  review [--strength likely|possible|matched] [--limit GROUPS] · later GROUP [--back]
  merge CUSTOMER CUSTOMER… [--name NAME] [--note NOTE] · merge --all likely|possible|matched
  unmerge CUSTOMER [ORDER…] · never-same CUSTOMER CUSTOMER…
  backup · restore FILE · verify

Commands with figures take --with-excluded: excluded orders count too. Conditions are V-* (begins with), *gift* (contains) or the
  whole word; also --buyer-note --nick --receiver --phone --address --paid-from YUAN --paid-to YUAN.
review --json: {total, counts: {likely, possible, matched}, groups: [{key, strength, members: [{customer, name, certainty, buyerId,
phone, region, address, note, shops, orders, counted, currency, netMinor, firstDay, lastDay}], pairs: [{a, b, bits, evidence: [{field,
says, bits, left, right}]}]}]}. unmerge CUSTOMER: {customer, parts: [{order, key, link, orders, netMinor, …}]}; with orders of parts it takes them apart.
--json puts exactly one JSON value on standard output; notices go to standard error.
Exit: 0 done; 1 a problem ({"problem":{"code","details","zh","en"}}); 70 a bug.`;

export function helpText(language: Language): string {
  return language === 'zh-CN' ? zh : en;
}
