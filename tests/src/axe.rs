//! axe-core, which looks for what shuts people out.

use crate::binaries;
use crate::window::Window;
use anyhow::Context as _;
use serde_json::Value;

/// Its script, to be run in a page before [`faults`].
///
/// # Errors
/// It cannot be read.
pub fn script() -> anyhow::Result<String> {
    Ok(std::fs::read_to_string(binaries::axe()?)?)
}

/// What axe calls serious or critical on the screen that is there now.
///
/// # Errors
/// The page does not answer.
pub async fn faults(window: &Window) -> anyhow::Result<Vec<String>> {
    // Half-way through a transition every colour is wrong.
    let script = "const done = arguments[arguments.length - 1];
        const look = () => axe.run(document, { resultTypes: ['violations'] }).then(
            result => done(result.violations
                .filter(it => it.impact === 'serious' || it.impact === 'critical')
                .map(it => it.id + ' ' + it.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))),
            error => done(['axe itself: ' + error]));
        const rest = () => document.getAnimations().some(it => it.playState === 'running')
            ? requestAnimationFrame(rest) : look();
        requestAnimationFrame(() => requestAnimationFrame(rest));";
    let answer = window.client.execute_async(script, Vec::new()).await?;
    let list = answer.as_array().context("a list")?;
    Ok(list
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}
