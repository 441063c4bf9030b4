'use strict';
(() => {
  const all = selector => Array.from(document.querySelectorAll(selector));
  const said = document.getElementById('said');
  const say = text => { said.textContent = text; };
  const buttons = all('[data-filter]');
  const findings = all('.finding');
  const shown = () => findings.filter(finding => !finding.hidden);

  function filter() {
    const levels = new Set(buttons.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.filter));
    findings.forEach(finding => { finding.hidden = !levels.has(finding.dataset.level); });
    all('.mark').forEach(mark => { mark.hidden = !levels.has(mark.dataset.level); });
    all('.flagged').forEach(cell => {
      const level = ['FAIL', 'REVIEW', 'NOTE'].find(l => cell.classList.contains(l));
      cell.classList.toggle('hidden-level', !levels.has(level));
    });
    say(shown().length + ' places shown');
  }
  buttons.forEach(button => button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    filter();
  }));

  function go(element) {
    element.closest('details')?.setAttribute('open', '');
    if (!element.hasAttribute('tabindex') && !element.matches('a')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
    element.closest('.scroll')?.scrollIntoView({ block: 'nearest' });
    element.scrollIntoView({ block: 'center', inline: 'center' });
  }
  const finding = () => document.activeElement?.closest('.finding');

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(finding());
    go(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by))]);
  }
  function toggle() {
    const here = finding();
    const cell = here && here.querySelector('a.cell');
    if (cell) {
      const target = document.getElementById(cell.hash.slice(1));
      if (target) go(target.matches('a') ? target : target.querySelector('a.mark:not([hidden])') || target);
      return;
    }
    const mark = document.activeElement?.closest('a.mark') || document.activeElement?.querySelector('a.mark');
    if (mark) go(document.getElementById(mark.hash.slice(1)));
  }

  // a click moves the focus too, so that the keyboard goes on from there
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (target) { event.preventDefault(); history.replaceState(null, '', link.hash); go(target); }
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'j': step(1); break;
      case 'k': step(-1); break;
      case 'ArrowDown': if (!finding()) return; step(1); break;
      case 'ArrowUp': if (!finding()) return; step(-1); break;
      case 't': toggle(); break;
      default: return;
    }
    event.preventDefault();
  });

  all('[data-copy]').forEach(button => button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      say('copied');
      button.textContent = 'Copied';
    } catch (refused) {
      getSelection().selectAllChildren(source);
      say('selected: copy with the keyboard');
      button.textContent = 'Selected: copy with the keyboard';
    }
  }));
})();
