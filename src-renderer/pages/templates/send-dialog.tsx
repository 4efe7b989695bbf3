/** 做名单: who goes and who does not, in which columns; the file; and, when it is sent, that it is. */

import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SendReview } from '../../../src-shared/contract/send-lists.ts';
import type { Audience, TemplateContent } from '../../../src-shared/contract/templates.ts';
import { useCall } from '../../link/use-call.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useLeftWords } from './left-words.ts';
import { SendColumns } from './send-columns.tsx';
import { type Sending, useSending } from './use-sending.ts';

export interface SendDialogProps {
  readonly isOpen: boolean;
  readonly content: TemplateContent;
  readonly audience: Audience;
  readonly onClose: () => void;
}

export function SendDialog({ isOpen, onClose, ...request }: SendDialogProps) {
  const { t } = useTranslation('templates');
  return (
    <Modal
      open={isOpen}
      title={t('send.title', { name: request.content.name })}
      footer={null}
      destroyOnHidden
      width="72rem"
      onCancel={onClose}
    >
      <SendBody {...request} onClose={onClose} />
    </Modal>
  );
}

function SendBody({ content, audience, onClose }: Omit<SendDialogProps, 'isOpen'>) {
  const { t } = useTranslation('templates');
  const failureText = useFailureText();
  const { data: review, error } = useCall('sendLists.review', { ...audience, content }, { keep: false });
  const sending = useSending(content, audience);
  if (error !== null) return <p className="stop">{failureText(error)}</p>;
  if (review === undefined) return <EmptyNote>{t('send.counting')}</EmptyNote>;
  return (
    <div className="send">
      <p className="send-going" role="status">
        <b>{t('send.going', { count: review.going })}</b>{' '}
        <span className="dim">
          {t('send.looked', { count: review.looked })}
          {review.segments !== null && review.going > 0 && t('send.segments', { ...review })}
        </span>
      </p>
      {review.banned > 0 && <p className="warn">{t('send.banned', { count: review.banned })}</p>}
      <LeftTable review={review} />
      {review.going > 0 && <SendColumns sending={sending} />}
      <SendFoot review={review} sending={sending} onClose={onClose} />
    </div>
  );
}

/** Names shown for each reason. */
const SHOWN = 6;

function LeftTable({ review }: { readonly review: SendReview }) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation('common');
  const words = useLeftWords();
  const [open, setOpen] = useState<string | null>(null);
  if (review.left.length === 0) return <p className="dim">{t('send.nobodyLeft')}</p>;
  return (
    <table className="ledger send-left">
      <thead>
        <tr>
          <th scope="col">{t('send.why')}</th>
          <th scope="col" className="n">
            {t('send.count')}
          </th>
          <th scope="col">{t('send.who')}</th>
        </tr>
      </thead>
      <tbody>
        {review.left.map(({ why, count, people }) => {
          const shown = open === why ? people : people.slice(0, SHOWN);
          const names = shown.map(({ name, what }) =>
            what === '' ? name : t('send.named', { name, what: why === 'missing' ? words({ why, what }) : what }),
          );
          return (
            <tr key={why}>
              <td>{t(`leftKind.${why}`)}</td>
              <td className="n">{formatCount(count)}</td>
              <td>
                {names.join(common('listComma'))}
                {count > shown.length && open !== why && (
                  <>
                    {' '}
                    <button type="button" className="plain link" onClick={() => setOpen(why)}>
                      {t('send.more')}
                    </button>
                  </>
                )}
                {count > people.length && open === why && t('send.andMore', { count: count - people.length })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function SendFoot(props: { readonly review: SendReview; readonly sending: Sending; readonly onClose: () => void }) {
  const { review, sending, onClose } = props;
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation('common');
  const { written } = sending;
  return (
    <div className="dialog-acts">
      <span className="dim">{written !== null && t('send.written', { count: written.length })}</span>
      <Button onClick={onClose}>{common('action.close')}</Button>
      {written !== null && (
        <Button loading={sending.isMarking} title={t('send.markHint')} onClick={() => void sending.mark()}>
          {t('send.mark')}
        </Button>
      )}
      <Button
        type="primary"
        disabled={review.going === 0}
        loading={sending.isWriting}
        onClick={() => void sending.write()}
      >
        {t('send.write', { count: review.going })}
      </Button>
    </div>
  );
}
