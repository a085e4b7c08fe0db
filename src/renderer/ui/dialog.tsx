/** A dialog with a title and a way out; react-aria holds the focus and brings it back. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { wordsOf } from '../language/words.ts';
import { IconButton } from './icon-button.tsx';

const t = wordsOf('common');

interface PaperDialogProps {
  readonly title: string;
  /** For tables. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PaperDialog({ title, isWide, onClose, children }: PaperDialogProps) {
  return (
    <ModalOverlay
      className="ui-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={isWide ? 'ui-modal ui-modal-wide' : 'ui-modal'}>
        <Dialog className="ui-dialog">
          <header className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            <IconButton label={t('close')} icon={X} onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
