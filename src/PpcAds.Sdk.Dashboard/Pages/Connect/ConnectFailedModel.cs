using System.ComponentModel;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.Dashboard.Pages.Connect;

/// <summary>Why a consent did not come about.</summary>
/// <param name="Code">The code of the refusal.</param>
/// <param name="Account">The account, if the browser came back with it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConnectFailedModel(string Code, Account? Account)
{
    /// <summary>Gets what happened and what follows.</summary>
    public string Text => Code switch
    {
        "connect_state_expired" or "connect_state_used" or "connect_state_unknown" =>
            "This answer of Amazon's is older than 10 minutes, or was used before. Nothing was stored.",
        "connect_state_foreign" => "Another user of this service began this. Nothing was stored.",
        "connect_malformed" => "This is no answer of Amazon's consent page. Nothing was stored.",
        "connect_amazon_error" => "Amazon's consent page failed. Nothing was stored.",
        "connect_code_refused" => "Amazon gave no grant for this answer. Nothing was stored.",
        "connect_not_opened" => "Connecting is closed: the service has not said who may connect accounts.",
        "connect_address_invalid" =>
            "Amazon sends browsers back to https addresses only. Whoever runs this service sets Application.RedirectUri.",
        "not_found" => "There is no such account, or it is not yours to see.",
        "account_closed" => "The account is closed. Add the company again and connect that one.",
        "too_many_requests" => "Ten tries a minute are allowed. Try again in a minute.",
        "storage_unavailable" => "The database does not answer. Nothing was stored.",
        _ => "Connecting did not work. Nothing was stored.",
    };
}
