/**
 * Runs in the frame at the end of each page (see ui/document.tsx) once the page has loaded: adds the page's script to the
 * document around the frame, then takes the frame away.
 */
declare const PAGE_SCRIPT_URL: string

if (parent.document.readyState === 'complete') addPageScript()
else parent.addEventListener('load', addPageScript) // an added script would delay it

function addPageScript(): void {
  const frame = window.frameElement
  const page = frame?.ownerDocument
  if (!frame || !page) return
  const script = page.createElement('script')
  script.type = 'module'
  script.src = PAGE_SCRIPT_URL
  page.head.append(script)
  frame.remove()
}

export {}
