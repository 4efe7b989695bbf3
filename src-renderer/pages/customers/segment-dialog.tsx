/** What a segment is called, and whether it goes on changing or holds just the people of today. */

import { Input, type InputRef, Modal, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../link/use-segments.ts';
import type { SegmentActs } from './use-segment-acts.ts';

export function SegmentDialog({ acts }: { readonly acts: SegmentActs }) {
  const { t } = useTranslation('segments');
  const { t: common } = useTranslation('common');
  const { naming } = acts;
  const sentence = useSentence();
  const [name, setName] = useState('');
  const [fix, setFix] = useState(false);
  const field = useRef<InputRef>(null);
  useEffect(() => {
    setName(naming !== null && 'rename' in naming ? naming.rename.name : '');
    setFix(false);
  }, [naming]);
  const isNew = naming === null || 'where' in naming;
  const trimmed = name.trim();
  const keep = (): void => {
    if (trimmed !== '') void acts.name(trimmed, fix);
  };
  return (
    <Modal
      open={naming !== null}
      title={t(isNew ? 'save' : 'menu.rename')}
      okText={t('keep')}
      cancelText={common('action.cancel')}
      okButtonProps={{ disabled: trimmed === '' }}
      destroyOnHidden
      width="46rem"
      afterOpenChange={(isOpen) => isOpen && field.current?.focus({ cursor: 'all' })}
      onOk={keep}
      onCancel={acts.letNameBe}
    >
      <div className="segment-form">
        <Input
          ref={field}
          aria-label={t('name')}
          placeholder={t('nameHint')}
          maxLength={60}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={({ nativeEvent }) => {
            if (!nativeEvent.isComposing) keep();
          }}
        />
        {naming !== null && 'where' in naming && (
          <>
            <p className="dim">{t('sentence', { words: sentence(naming.where) })}</p>
            <Radio.Group
              aria-label={t('how')}
              value={fix}
              options={[
                { value: false, label: t('dynamic') },
                { value: true, label: t('fixNow') },
              ]}
              onChange={({ target }) => setFix(target.value === true)}
            />
          </>
        )}
      </div>
    </Modal>
  );
}
