/** 客户名单的视图：存下条件、列、排序和行高。 */

export const views = {
  title: '视图',
  hint: '换一个存过的视图：条件、列、排序、行高一起换',
  none: '默认',
  unsaved: '改过，还没保存',
  save: '保存到“{{name}}”',
  revert: '放弃改动',
  saveNew: '存成新视图…',
  rename: '改名字…',
  remove: '删掉这个视图',
  keep: '保存',
  newTitle: '存成新视图',
  renameTitle: '视图的名字',
  name: '视图的名字',
  nameHint: '比如 每周一打的电话',
  holds: '保存现在的条件、列、排序和行高。下次打开名单，还是上次用的视图。',
  saved: '已存成视图“{{name}}”',
  changed: '视图“{{name}}”已按现在的样子保存',
  renamed: '视图“{{before}}”改叫“{{name}}”',
  removed: '已删掉视图“{{name}}”',
} as const;
