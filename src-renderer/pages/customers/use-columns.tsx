/** The owner's columns and row height, and the menu that changes them. Kept in the settings. */

import { useMemo, useState } from 'react';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { useAct } from '../../link/use-call.ts';
import { useFields } from '../../link/use-fields.ts';
import { useSettings } from '../../link/use-settings.ts';
import { FieldDialog } from '../../parts/own-fields/field-dialog.tsx';
import { type ColumnName, chosenColumns, toggleColumn } from '../../state/columns.ts';
import { ColumnsMenu } from './columns-menu.tsx';

export function useColumns() {
  const { settings } = useSettings();
  const { act } = useAct('settings.change');
  const fields = useFields();
  const kept = settings?.customerColumns;
  const columns = useMemo(() => chosenColumns(kept ?? [], fields ?? []), [kept, fields]);
  const [chooses, setChooses] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const setColumns = (next: readonly ColumnName[]): void => void act({ customerColumns: [...next] });
  const menu = (
    <>
      <ColumnsMenu
        isOpen={chooses}
        onOpen={setChooses}
        shown={columns}
        fields={fields ?? []}
        density={settings?.density ?? 'normal'}
        onColumns={setColumns}
        onDensity={(density) => void act({ density })}
        onAddField={() => {
          setChooses(false);
          setAdding(true);
        }}
      />
      <FieldDialog
        field={isAdding ? 'new' : null}
        onClose={() => setAdding(false)}
        onDone={(field) => setColumns(toggleColumn(columns, fieldColumn(field)))}
      />
    </>
  );
  return { columns, setColumns, chooses, setChooses, menu };
}
