/** The owner's columns and row height, and the menu that changes them. Kept in the settings; through a saved view they are that one's. */

import { useMemo, useState } from 'react';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { useAct } from '../../link/use-call.ts';
import { useFields } from '../../link/use-fields.ts';
import { useCurrentView } from '../../link/use-saved-views.ts';
import { useSettings } from '../../link/use-settings.ts';
import { FieldDialog } from '../../parts/own-fields/field-dialog.tsx';
import { type ColumnName, chosenColumns, toggleColumn } from '../../state/columns.ts';
import { draftColumns, useDraftColumns } from '../../state/saved-view.ts';
import { ColumnsMenu } from './columns-menu.tsx';

export function useColumns() {
  const { settings } = useSettings();
  const { act } = useAct('settings.change');
  const fields = useFields();
  const saved = useCurrentView();
  const draft = useDraftColumns();
  const ofView = saved === null ? undefined : draft.of === saved.view ? draft.columns : saved.columns;
  const kept = ofView ?? settings?.customerColumns;
  const density = settings?.density ?? 'normal';
  const columns = useMemo(() => chosenColumns(kept ?? [], fields ?? []), [kept, fields]);
  const [chooses, setChooses] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const setColumns = (next: readonly ColumnName[]): void => {
    if (saved === null) void act({ customerColumns: [...next] });
    else draftColumns(saved.view, next);
  };
  const menu = (
    <>
      <ColumnsMenu
        isOpen={chooses}
        onOpen={setChooses}
        shown={columns}
        fields={fields ?? []}
        density={density}
        onColumns={setColumns}
        onDensity={(next) => void act({ density: next })}
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
  return { columns, density, setColumns, chooses, setChooses, menu };
}
