namespace PpcAds.Sdk.Simulator;

/// <summary>Who answers on the consent page.</summary>
public enum SimulatorConsentAnswer
{
    /// <summary>The page asks the person at the browser: two buttons.</summary>
    Ask,

    /// <summary>The browser is redirected back immediately, with a code.</summary>
    Allow,

    /// <summary>The browser is redirected back immediately, with <c>error=access_denied</c>.</summary>
    Deny,
}
