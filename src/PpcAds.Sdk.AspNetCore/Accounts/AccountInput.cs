using PpcAds.Sdk.AspNetCore.Problems;

namespace PpcAds.Sdk.AspNetCore.Accounts;

/// <summary>What names and addresses may be.</summary>
internal static class AccountInput
{
    private const int MaxName = 200;
    private const int MaxEmail = 254;
    private const int MaxKey = 200;

    /// <exception cref="PpcAdsProblemException">Something is wrong.</exception>
    public static void Check(AccountBody body)
    {
        Dictionary<string, string[]> errors = FindErrors(body.CompanyName, body.PrimaryContactEmail, areRequired: true);
        if (body.ExternalKey is { } key && KeyError(key) is { } keyError)
        {
            errors["external_key"] = [keyError];
        }

        ThrowIfAny(errors);
    }

    /// <exception cref="PpcAdsProblemException">Something is wrong.</exception>
    public static void Check(AccountChange change) => Check(change.CompanyName, change.PrimaryContactEmail);

    /// <summary>Checks what is given; what is <see langword="null"/> is left as it is.</summary>
    /// <exception cref="PpcAdsProblemException">Something is wrong.</exception>
    public static void Check(string? name, string? email) => ThrowIfAny(FindErrors(name, email, areRequired: false));

    private static Dictionary<string, string[]> FindErrors(string? name, string? email, bool areRequired)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if ((areRequired || name is not null) && NameError(name) is { } nameError)
        {
            errors["company_name"] = [nameError];
        }

        if ((areRequired || email is not null) && EmailError(email) is { } emailError)
        {
            errors["primary_contact_email"] = [emailError];
        }

        return errors;
    }

    private static void ThrowIfAny(Dictionary<string, string[]> errors)
    {
        if (errors.Count > 0)
        {
            throw new PpcAdsProblemException(ProblemResult.Invalid(errors));
        }
    }

    private static string? KeyError(string key) =>
        string.IsNullOrWhiteSpace(key) ? "It is empty; leave it out for an account without a key."
        : key.Length > MaxKey ? $"It has more than {MaxKey} characters."
        : key.Any(char.IsControl) || key.Any(IsDisguising) ? "It has a control character."
        : key.Length != key.Trim().Length ? "It begins or ends with white space."
        : null;

    private static string? NameError(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "It is missing."
        : name.Length > MaxName ? $"It has more than {MaxName} characters."
        : name.Any(char.IsControl) ? "It has a control character."
        : name.Any(IsDisguising) ? "It has a character that changes the direction of text or begins a line."
        : null;

    /// <summary>Bidirectional controls (Unicode: Bidi_Control) and separators, by which a name shows as another one.</summary>
    private static bool IsDisguising(char letter) =>
        letter is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Checks what every e-mail address has; only a message to it shows whether it exists.</summary>
    private static string? EmailError(string? email)
    {
        if (string.IsNullOrWhiteSpace(email))
        {
            return "It is missing.";
        }

        int at = email.IndexOf('@', StringComparison.Ordinal);
        string domain = email[(at + 1)..];
        bool looksRight = at > 0 && email.Length <= MaxEmail && at == email.LastIndexOf('@') && !email.Any(
            letter =>
                char.IsWhiteSpace(letter) || char.IsControl(letter) || IsDisguising(letter)
                    || letter is '<' or '>' or '"' or ',' or ';')
            && domain.Contains('.', StringComparison.Ordinal) && !domain.StartsWith('.') && !domain.EndsWith('.')
            && !domain.Contains("..", StringComparison.Ordinal);
        return looksRight ? null : "It is no e-mail address, such as ada@example.com.";
    }
}
