/** 导入：选文件、试算、入账。 */

export const importing = {
  chooseTitle: '选订单文件',
} as const;
