/** All keys on one page, opened with F1 or ?. */

import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { rooms } from '../rooms.ts';

const groups = [
  {
    title: 'everywhere',
    keys: [
      ['Ctrl K', 'find'],
      ['Ctrl O', 'importFiles'],
      ['Ctrl Z', 'undo'],
      ['Ctrl Y', 'redo'],
      ['Ctrl P', 'print'],
      [`Ctrl 1…${rooms.length}`, 'rooms'],
      ['Esc', 'back'],
      ['F1 / ?', 'help'],
    ],
  },
  {
    title: 'heads',
    keys: [
      ['Enter', 'sort'],
      ['Alt ← →', 'moveColumn'],
      ['Shift ← →', 'widenColumn'],
    ],
  },
  {
    title: 'importing',
    keys: [
      ['F8', 'nextProblem'],
      ['Ctrl Enter', 'apply'],
    ],
  },
  {
    title: 'lists',
    keys: [
      ['↑ ↓', 'move'],
      ['Home / End', 'ends'],
      ['Ctrl G', 'goTo'],
      ['Space', 'select'],
      ['Shift ↑ ↓', 'extend'],
      ['Ctrl A', 'selectAll'],
      ['Shift ← →', 'cells'],
      ['Ctrl C', 'copyRows'],
      ['Shift F10', 'menu'],
      ['Enter', 'open'],
      ['/', 'filter'],
      ['B', 'builder'],
      ['E', 'bulk'],
      ['T', 'tag'],
      ['W', 'why'],
      ['P', 'peek'],
      ['J / K', 'neighbours'],
    ],
  },
] as const;

export function KeysDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Modal title={t('keys.title')} open={props.isOpen} onCancel={props.onClose} footer={null} width="92rem">
      <div className="key-groups">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(`keys.${title}`)}</h3>
            <dl className="facts keys">
              {keys.map(([key, name]) => (
                <div key={name} style={{ display: 'contents' }}>
                  <dt>
                    <span className="kbd">{key}</span>
                  </dt>
                  <dd>{t(`keys.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
