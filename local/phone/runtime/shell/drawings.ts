// Decides how the phone's small signs are drawn.

/** Signal, wireless network and battery. */
export function drawStatusIcons(): string {
  const bars = [4, 6.5, 9, 12].map(
    (height, index) => `<rect x="${index * 4.6}" y="${12 - height}" width="3.2" height="${height}" rx=".8"/>`,
  )
  return `<span class="status-icons"><svg width="18" height="12" viewBox="0 0 18 12" fill="currentColor">${bars.join('')}</svg>
<svg width="17" height="12" viewBox="0 0 17 12" fill="none" stroke="currentColor" stroke-width="1.8"><path d="M1.1 4.4a10.5 10.5 0 0 1 14.8 0M3.8 7.2a6.7 6.7 0 0 1 9.4 0"/><path d="M8.5 11.9 5.9 9.2a3.7 3.7 0 0 1 5.2 0z" fill="currentColor" stroke="none"/></svg>
<svg width="26" height="13" viewBox="0 0 26 13" fill="none" stroke="currentColor"><rect x=".6" y=".6" width="21.8" height="11.8" rx="3.4"/><rect x="2.4" y="2.4" width="18.2" height="8.2" rx="1.8" fill="currentColor" stroke="none"/><path d="M24.3 4.6v3.8" stroke-width="1.5" stroke-linecap="round"/></svg></span>`
}

/** The menu and the close button. */
export function drawCapsule(): string {
  return `<button class="capsule-menu" aria-label="更多"><svg width="20" height="6" viewBox="0 0 20 6" fill="currentColor"><circle cx="2.5" cy="3" r="2"/><circle cx="10" cy="3" r="3"/><circle cx="17.5" cy="3" r="2"/></svg></button><i></i><button class="capsule-close" aria-label="关闭"><svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2"><circle cx="9" cy="9" r="7"/><circle cx="9" cy="9" r="2.6" fill="currentColor" stroke="none"/></svg></button>`
}
