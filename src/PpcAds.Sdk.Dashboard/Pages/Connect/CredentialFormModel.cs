using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Pages.Connect;

/// <summary>The form of credentials. It has no secret.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CredentialFormModel
{
    /// <summary>Gets the client id that is used if none is given.</summary>
    public string? ClientId { get; init; }

    /// <summary>Gets whether the service has a secret of it.</summary>
    public bool HasSecret { get; init; }

    /// <summary>Gets whether the account has credentials.</summary>
    public bool IsStored { get; init; }

    /// <summary>Gets whether the form is unfolded.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets what is wrong with the client id.</summary>
    public string? ClientIdError { get; init; }

    /// <summary>Gets what is wrong with the client secret.</summary>
    public string? SecretError { get; init; }

    /// <summary>Gets what is wrong with the refresh token.</summary>
    public string? TokenError { get; init; }

    /// <summary>Gets what Amazon says against the credentials.</summary>
    public string? Refusal { get; init; }

    internal bool HasErrors => ClientIdError is not null || SecretError is not null || TokenError is not null;
}
