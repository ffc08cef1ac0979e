/**
 * The script of the editors' side. Every task can be done without it: it saves while somebody types, keeps a copy in the
 * browser, refreshes the preview, offers a toolbar for Markdown and draws the pictures for sharing.
 */
import { startAutosave } from './autosave.ts'
import { startClosedGroups } from './closed-groups.ts'
import { startCopy } from './copy.ts'
import { startFocalPoint } from './focal-point.ts'
import { startLazyHtmx } from './lazy-htmx.ts'
import { startLiveChecks } from './live-checks.ts'
import { startPreview } from './live-preview.ts'
import { startLocalCopy } from './local-copy.ts'
import { startToolbars } from './markdown-toolbar.ts'
import { startPhotoDialog } from './photo-dialog.ts'
import { startQuotations } from './quotation.ts'
import { startSharePictures } from './share-pictures.ts'
import { startWholeFields } from './whole-field.ts'

const form = document.querySelector<HTMLFormElement>('form[data-behaviour~="autosave"]')
if (form) {
  const copy = startLocalCopy(form)
  startAutosave(form, copy)
  startPreview(form)
  startLiveChecks(form)
  startWholeFields(form)
  startClosedGroups(form)
  startQuotations(form)
  // Typed before this script came.
  if (isTouched(form)) form.dispatchEvent(new Event('input', { bubbles: true }))
}
startToolbars()
startPhotoDialog()
startCopy()
startFocalPoint()
startSharePictures()
startLazyHtmx()

function isTouched({ elements }: HTMLFormElement): boolean {
  return [...elements].some((control) => {
    if (control instanceof HTMLSelectElement) {
      return [...control.options].some((option) => option.defaultSelected && !option.selected)
    }
    const isText =
      control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type !== 'hidden')
    return isText && control.value !== control.defaultValue
  })
}
