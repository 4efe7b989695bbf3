/** 客户档案上人写下的和看得出的：习惯、时间线、联系意愿、重要的日子。 */

export const profile = {
  habits: {
    title: '习惯',
    few: '买得还少，看不出习惯',
    of: '{{total, number}} 单里 {{count, number}} 单',
    ofGaps: '{{total, number}} 次间隔里 {{count, number}} 次',

    favourite: '最常买',
    price: '单价带',
    priceSays: '{{low}}–{{high}}',
    priceOf: '中间 8 成，{{count, number}} 单',
    hour: '最好在',
    hourSays: '{{low}}–{{high}} 点',
    weekday: '常在',
    weekdays: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
    channel: '常去',
    discount: '用券',
    discountSays: '有优惠才多',
    returns: '退款',
    rhythm: '间隔',
    rhythmSays: '{{low, number}}–{{high, number}} 天',
    rhythmOne: '{{low, number}} 天',
    returnsSays: '{{count, number}} 次',
    nextSays: '下次约 {{day}}',
  },
} as const;
