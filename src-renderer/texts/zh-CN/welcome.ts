/** 第一次打开。 */

export const welcome = {
  title: '先把订单放进来',
  lead: '把从平台下载的订单文件拖到这里，回头客会告诉您：谁常来，谁快走了，每位客人是哪一层。',
  dropTitle: '拖文件到这里，可以一次放好几份',
  dropSay: 'CSV、XLSX、XLS、压缩包，原样拖，不要先用 Excel 另存',
  choose: '选文件…',
  restore: '从备份恢复',
  history: '撤销过的导入还在历史里，随时能再放回来',
  demoTitle: '手边没有文件？先看示例店铺',
  demoSay: '一家虚构的茶铺，两年的订单，每个页面都能点。',
  demoSafe: '看完一键清掉，不会和您的数据混在一起。',
  demoOpen: '打开示例店铺',
  demoOpening: '正在准备示例店铺，几秒钟就好',
  whereTitle: '文件在哪里下载',
  where: {
    taobao: {
      name: '淘宝、天猫',
      path: '千牛 → 交易 → 已卖出的宝贝 → 批量导出',
      tip: '订单表和商品表各一份，两份一起拖进来',
    },
    shopify: {
      name: 'Shopify',
      path: '后台 → 订单 → 导出 → CSV',
      tip: '下载到的（大的会发到邮箱）orders_export 原样拖进来',
    },
    other: {
      name: '拼多多、京东、抖店等十几家',
      path: '后台 → 订单 → 导出，售后单也一样',
      tip: '直接就认；别的表格第一次对一下列，以后自动认',
    },
  },
  promisesTitle: '四件事先说清',
  promises: {
    local: { what: '只在这台电脑上。', how: '不联网，不上传，不要账号。' },
    check: { what: '先试算，后入账。', how: '每次导入都先给您看结果，点了才算。' },
    undo: { what: '随时能撤销。', how: '三个月前的导入也能整批退回。' },
    source: { what: '每个数都有出处。', how: '点开能看到哪个文件、哪一行、哪一格。' },
  },
  folder: '数据存在 {{folder}}',
  keyChoose: 'Ctrl O 选文件',
  keyHelp: 'F1 键盘一览',
} as const;
