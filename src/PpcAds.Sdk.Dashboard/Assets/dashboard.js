// Pages work without this. It sends the theme's form, shows the figures under the pointer, and replaces the live parts of a run.
(function () {
  'use strict';

  // By keyboard each arrow is a change: Enter sends it then.
  var keyed = false;
  document.addEventListener('pointerdown', function () { keyed = false; });
  document.addEventListener('keydown', function (e) {
    keyed = true;
    if (e.key === 'Enter' && e.target.matches('select[data-submit]')) e.target.form.submit();
  });
  document.addEventListener('change', function (e) {
    if (!keyed && e.target.matches('select[data-submit]')) e.target.form.submit();
  });

  // Crosshair: reads the table behind "Show as table".
  document.querySelectorAll('svg[data-chart]').forEach(function (svg) {
    var table = document.querySelector('table[data-for="' + svg.dataset.chart + '"]');
    if (!table) return;
    var heads = Array.prototype.map.call(table.tHead.rows[0].cells, function (c) { return c.textContent; });
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (r) {
      return Array.prototype.map.call(r.cells, function (c) { return c.textContent; });
    });
    var tip = document.createElement('div'), ns = svg.namespaceURI, line = document.createElementNS(ns, 'line');
    tip.className = 'tip'; tip.hidden = true; svg.parentNode.classList.add('tipped'); svg.parentNode.appendChild(tip);
    line.setAttribute('class', 'cut'); line.setAttribute('y1', 0); line.setAttribute('y2', svg.height.baseVal.value - 24);
    function hide() { tip.hidden = true; line.remove(); }
    svg.addEventListener('pointerleave', hide);
    svg.addEventListener('pointermove', function (e) {
      var box = svg.getBoundingClientRect(), n = rows.length, at = (e.clientX - box.left) / box.width;
      var i = n < 2 ? 0 : Math.round((at - 0.059) / 0.924 * (n - 1));
      if (i < 0 || i >= n) { hide(); return; }
      var x = (n < 2 ? 0.521 : 0.059 + 0.924 * i / (n - 1)) * 100 + '%';
      line.setAttribute('x1', x); line.setAttribute('x2', x);
      if (!line.parentNode) svg.appendChild(line);
      tip.textContent = '';
      rows[i].forEach(function (text, c) {
        var p = document.createElement('div');
        p.textContent = c ? heads[c] + ': ' + text : text;
        tip.appendChild(p);
      });
      tip.hidden = false;
      tip.classList.toggle('lft', i > n / 2);
    });
  });

  // Live parts: one stream for the page, which ends with the run.
  var main = document.querySelector('[data-events]');
  if (!main || !window.EventSource) return;
  var state = document.querySelector('[data-live-state]'), said = -1;
  var source = new EventSource(main.dataset.events);
  function say(text) { if (state && state.textContent !== text) state.textContent = text; }
  source.onopen = function () { say('live'); };
  source.onerror = function () { say(source.readyState === 2 ? 'Load the page again to go on' : 'Live updates paused, trying again'); };
  source.addEventListener('parts', function (e) {
    var parts = JSON.parse(e.data);
    Object.keys(parts).forEach(function (name) {
      var part = document.querySelector('[data-live="' + name + '"]');
      if (!part || part.contains(document.activeElement) || part.innerHTML === parts[name]) return;
      part.innerHTML = parts[name];
    });
    var bar = document.querySelector('progress[data-said]'), tell = document.querySelector('[data-announce]');
    if (bar && tell && bar.max) {
      var tenth = Math.floor(bar.value / bar.max * 10);
      if (tenth !== said) { if (said >= 0) tell.textContent = tenth * 10 + ' %'; said = tenth; }
    }
  });
  source.addEventListener('done', function (e) {
    source.close();
    document.title = 'Done: ' + document.title;
    say('ended');
    var tell = document.querySelector('[data-announce]');
    if (tell) tell.textContent = e.data;
    document.querySelectorAll('[data-while-open]').forEach(function (part) { part.remove(); });
  });
})();
