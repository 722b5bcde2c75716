using System.Globalization;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Copies what an account begins with, which the product wrote once: each schedule has an account of its own.</summary>
internal sealed class AccountTemplate(IInterleavedDatabase database)
{
    private const string Account = "account_id";

    private static readonly string[] Tables =
        ["ppc_profiles", "ppc_campaigns", "ppc_keywords", "ppc_targets", "performance_records", "performance_days", "ppc_loads"];

    private string? _copy;

    public bool IsMade => _copy is not null;

    /// <summary>Gives an account what the template has; the first one becomes the template, and is left as it is.</summary>
    /// <param name="account">The account.</param>
    /// <param name="write">Lets the product write it.</param>
    public async Task FillAsync(AccountId account, Func<Task> write)
    {
        string id = account.Value.ToString(CultureInfo.InvariantCulture);
        if (_copy is not null)
        {
            await database.QueryAsync(_copy.Replace("{copy}", id, StringComparison.Ordinal));
            return;
        }

        await write();
        var statements = new List<string>();
        foreach (string table in Tables)
        {
            string columns = database.Kind == "sqlite"
                ? $"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"
                : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_generated = 'NEVER'";
            string[] all = [.. (await database.QueryAsync(columns)).Select(row => row[0]).Where(column => column != Account)];
            IEnumerable<string> values = all.Select(column => column == "load_id" ? "load_id || '/{copy}'" : column);
            statements.Add(
                $"INSERT INTO {table} ({Account}, {string.Join(", ", all)}) "
                + $"SELECT {{copy}}, {string.Join(", ", values)} FROM {table} WHERE {Account} = {id}");
        }

        _copy = $"BEGIN; {string.Join("; ", statements)}; COMMIT";
    }
}
