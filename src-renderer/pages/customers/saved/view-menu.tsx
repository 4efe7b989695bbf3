/** 视图: which kept list is looked at, and what is done with it. At the right of the lists' names. */

import { Dropdown, Input, type InputRef, type MenuProps, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentView, useSavedViews } from '../../../link/use-saved-views.ts';
import { Icon } from '../../../parts/icon.tsx';
import { MenuBox } from '../../../parts/place-menu.tsx';
import { isChanged, type Shown, useViewActs, type ViewActs } from './use-view-acts.ts';
import './saved.css';

export function ViewMenu({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation('views');
  const views = useSavedViews() ?? [];
  const current = useCurrentView();
  const acts = useViewActs(shown);
  const changed = current !== null && isChanged(current, shown);
  const ofCurrent: NonNullable<MenuProps['items']> =
    current === null
      ? []
      : [
          {
            key: 'save',
            label: t('save', { name: current.name }),
            disabled: !changed,
            onClick: () => void acts.save(current),
          },
          { key: 'revert', label: t('revert'), disabled: !changed, onClick: () => acts.choose(current) },
          { key: 'rename', label: t('rename'), onClick: () => acts.askName(current) },
          { key: 'remove', label: t('remove'), onClick: () => void acts.remove(current) },
        ];
  const items: NonNullable<MenuProps['items']> = [
    { key: 'none', label: t('none'), onClick: acts.leave },
    ...views.map((one) => ({ key: `view ${one.view}`, label: one.name, onClick: () => acts.choose(one) })),
    { type: 'divider' },
    { key: 'new', label: t('saveNew'), onClick: () => acts.askName('new') },
    ...ofCurrent,
  ];
  const name = current?.name ?? t('none');
  return (
    <div className="view-menu">
      {changed && (
        <>
          <span className="faint sm nw">{t('unsaved')}</span>
          <button
            type="button"
            className="plain link sm nw"
            disabled={acts.busy}
            title={t('save', { name: current.name })}
            onClick={() => void acts.save(current)}
          >
            {t('keep')}
          </button>
        </>
      )}
      <Dropdown
        trigger={['click']}
        destroyOnHidden
        menu={{ items, selectable: true, selectedKeys: [current === null ? 'none' : `view ${current.view}`] }}
        popupRender={(menu) => (
          <MenuBox>
            <section aria-label={t('title')}>{menu}</section>
          </MenuBox>
        )}
      >
        <button type="button" className="plain view-button" aria-haspopup="menu" title={t('hint')}>
          <span className="faint">{t('title')}</span> <span className="cut">{name}</span>
          <Icon name="down" />
        </button>
      </Dropdown>
      <ViewDialog acts={acts} />
    </div>
  );
}

function ViewDialog({ acts }: { readonly acts: ViewActs }) {
  const { t } = useTranslation('views');
  const { t: common } = useTranslation('common');
  const { naming } = acts;
  const [name, setName] = useState('');
  const field = useRef<InputRef>(null);
  useEffect(() => setName(naming === null || naming === 'new' ? '' : naming.name), [naming]);
  const keep = (): void => {
    if (name.trim() !== '' && !acts.busy) void acts.name(name.trim());
  };
  return (
    <Modal
      open={naming !== null}
      title={t(naming === null || naming === 'new' ? 'newTitle' : 'renameTitle')}
      okText={t('keep')}
      cancelText={common('action.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={acts.busy}
      destroyOnHidden
      width="42rem"
      afterOpenChange={(isOpen) => isOpen && field.current?.focus({ cursor: 'all' })}
      onOk={keep}
      onCancel={() => acts.askName(null)}
    >
      <div className="segment-form">
        <Input
          ref={field}
          autoFocus
          aria-label={t('name')}
          placeholder={t('nameHint')}
          maxLength={40}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={({ nativeEvent }) => {
            if (!nativeEvent.isComposing) keep();
          }}
        />
        {naming === 'new' && <p className="dim">{t('holds')}</p>}
      </div>
    </Modal>
  );
}
