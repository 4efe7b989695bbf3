/** A phone as the host gives it: masked unless the owner asked. Virtual numbers show the extension that reaches the buyer. */

import { useTranslation } from 'react-i18next';

export interface PhoneTextProps {
  readonly phone: string | null;
  /** Asks for the whole number; without it there is nothing to show. */
  readonly onShow?: () => void;
}

export function PhoneText({ phone, onShow }: PhoneTextProps) {
  const { t } = useTranslation('common');
  if (phone === null || phone === '') return <span className="faint">—</span>;
  return (
    <span className="nw">
      {phone}
      {onShow === undefined ? null : (
        <>
          {' '}
          <button type="button" className="plain link sm" onClick={onShow}>
            {t('action.show')}
          </button>
        </>
      )}
    </span>
  );
}
