using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Pages.Accounts;

/// <summary>Name and contact of an account, as a form has them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AccountForm
{
    /// <summary>Gets the company.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the contact.</summary>
    public string? Email { get; init; }

    /// <summary>Gets what is wrong with the company.</summary>
    public string? NameError { get; init; }

    /// <summary>Gets what is wrong with the contact.</summary>
    public string? EmailError { get; init; }

    internal static AccountForm Of(string? name, string? email, IReadOnlyDictionary<string, string[]> errors) => new()
    {
        Name = name,
        Email = email,
        NameError = errors.GetValueOrDefault("company_name")?[0] is { } error ? $"A company’s name is expected. {error}" : null,
        EmailError = errors.GetValueOrDefault("primary_contact_email")?[0] is { } text
            ? $"An address such as ads@example.com is expected. {text}"
            : null,
    };
}
