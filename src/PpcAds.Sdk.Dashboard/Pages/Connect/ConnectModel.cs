using System.ComponentModel;
using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.Dashboard.Pages.Connect;

/// <summary>How an account is connected.</summary>
/// <param name="Account">The account.</param>
/// <param name="HasConsent">Whether the host added Connect with Amazon.</param>
/// <param name="Form">The form of credentials.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConnectModel(Account Account, bool HasConsent, CredentialFormModel Form);
