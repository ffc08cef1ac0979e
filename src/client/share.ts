/**
 * `share`: buttons for what only a script can do. "Copy" puts headline and address on the clipboard, as a line to paste
 * into a message; "Share" opens the system's own dialog where the browser has one. Without the script there is nothing.
 *
 *     <span data-behaviour="share" data-copy="複製標題和連結" data-copied="已複製" data-share="分享"></span>
 *
 * The text of the button says that it was copied: focus is on it, and it is a live region while that lasts.
 */
export function offerSharing(): void {
  const box = document.querySelector<HTMLElement>('[data-behaviour~=share]')
  if (!box || box.hasChildNodes()) return
  const { copy = '', copied = '', share = '' } = box.dataset
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
  const title = document.querySelector('h1')?.textContent.trim() ?? document.title
  const status = document.createElement('span')
  status.role = 'status'
  if ('clipboard' in navigator) {
    box.append(
      button(copy, async () => {
        await navigator.clipboard.writeText(`${title}\n${url}`)
        status.textContent = copied
      }),
    )
  }
  if ('share' in navigator) box.append(button(share, () => navigator.share({ title, url })))
  box.append(status)
}

function button(label: string, act: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button')
  made.className = 'target'
  made.textContent = label
  /** Refused or called off: the reader knows, and nothing is lost. */
  made.onclick = () => void act().catch(() => undefined)
  return made
}
