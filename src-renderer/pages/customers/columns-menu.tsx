/** 列与行高: which columns the list shows, in which order, and how high its rows are. Kept in the settings. */

import { Button, Checkbox, Popover, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../src-shared/contract/fields.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { useColumnNames } from '../../link/use-column-names.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTakesFocus } from '../../parts/use-takes-focus.ts';
import { type ColumnName, columnNames, moveColumn, toggleColumn } from '../../state/columns.ts';

export interface ColumnsMenuProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly shown: readonly ColumnName[];
  /** Of the owner's own. */
  readonly fields: readonly CustomField[];
  readonly density: Settings['density'];
  readonly onColumns: (columns: readonly ColumnName[]) => void;
  /** Makes a field. */
  readonly onAddField: () => void;
  readonly onDensity: (density: Settings['density']) => void;
}

export function ColumnsMenu(props: ColumnsMenuProps) {
  const { t } = useTranslation('customers');
  return (
    <Popover
      open={props.isOpen}
      onOpenChange={props.onOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<Choices {...props} />}
    >
      <Button>
        {t('columns')}
        <Icon name="down" />
      </Button>
    </Popover>
  );
}

/** Esc closes it and goes back to where one was. */
function Choices({ shown, fields, density, onColumns, onDensity, onOpen, onAddField }: ColumnsMenuProps) {
  const { t } = useTranslation('customers');
  const { t: own } = useTranslation('customFields');
  const nameOf = useColumnNames();
  const box = useTakesFocus<HTMLDivElement>();
  const every: readonly ColumnName[] = [...columnNames, ...fields.map(({ field }) => fieldColumn(field))];
  const hidden = every.filter((name) => !shown.includes(name));
  return (
    <div
      ref={box}
      className="columns-menu"
      data-takes-esc=""
      role="dialog"
      aria-label={t('columns')}
      onKeyDown={(event) => (event.key === 'Escape' ? onOpen(false) : undefined)}
    >
      <p className="faint sm">{t('columnsHint')}</p>
      <ul>
        {[...shown, ...hidden].map((name) => (
          <li key={name}>
            <Checkbox
              checked={shown.includes(name)}
              disabled={name === 'name'}
              onChange={() => onColumns(toggleColumn(shown, name))}
            >
              {nameOf(name)}
            </Checkbox>
            {shown.includes(name) && name !== 'name' && (
              <span className="moves">
                <Move name={name} by={-1} shown={shown} onColumns={onColumns} />
                <Move name={name} by={1} shown={shown} onColumns={onColumns} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className="plain link sm" onClick={onAddField}>
        {own('add')}…
      </button>
      <p className="faint sm">{t('density')}</p>
      <Segmented
        block
        size="small"
        aria-label={t('density')}
        value={density}
        options={(['compact', 'normal', 'loose'] as const).map((value) => ({ value, label: t(`dense.${value}`) }))}
        onChange={onDensity}
      />
    </div>
  );
}

interface MoveProps extends Pick<ColumnsMenuProps, 'shown' | 'onColumns'> {
  readonly name: ColumnName;
  readonly by: -1 | 1;
}

function Move({ name, by, shown, onColumns }: MoveProps) {
  const { t } = useTranslation('customers');
  const nameOf = useColumnNames();
  const next = moveColumn(shown, name, by);
  return (
    <button
      type="button"
      className="plain"
      disabled={next === shown}
      aria-label={t(by < 0 ? 'moveLeft' : 'moveRight', { name: nameOf(name) })}
      onClick={() => onColumns(next)}
    >
      {by < 0 ? '↑' : '↓'}
    </button>
  );
}
