using System.Globalization;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Copies what an account begins with, which the product wrote once: each schedule has an account of its own.</summary>
internal sealed class AccountTemplate(IInterleavedDatabase database)
{
    private const string Account = "account_id";
    private const string Scope = "scope_id";

    private static readonly string[] Tables =
        ["ppc_profiles", "ppc_campaigns", "ppc_keywords", "ppc_targets", "performance_scopes", "performance_days", "ppc_loads"];

    private static readonly string[] TablesOfScopes = ["performance_facts", "performance_changes", "performance_day_loads"];

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
            string[] all = [.. (await ReadColumnsAsync(table)).Where(column => column is not (Account or Scope))];
            IEnumerable<string> values = all.Select(column => column == "load_id" ? "load_id || '/{copy}'" : column);
            statements.Add(
                $"INSERT INTO {table} ({Account}, {string.Join(", ", all)}) "
                + $"SELECT {{copy}}, {string.Join(", ", values)} FROM {table} WHERE {Account} = {id}");
        }

        foreach (string table in TablesOfScopes)
        {
            statements.Add(await CopyOfScopesAsync(table, id));
        }

        _copy = $"BEGIN; {string.Join("; ", statements)}; COMMIT";
    }
    /// <summary>Each scope of the copy has a number of its own.</summary>
    private async Task<string> CopyOfScopesAsync(string table, string id)
    {
        string[] columns = [.. (await ReadColumnsAsync(table)).Where(column => column != Scope)];
        return $"INSERT INTO {table} ({Scope}, {string.Join(", ", columns)}) "
            + $"SELECT c.{Scope}, {string.Join(", ", columns.Select(column => $"r.{column}"))} FROM {table} r "
            + $"JOIN performance_scopes s ON s.{Scope} = r.{Scope} JOIN performance_scopes c "
            + "ON c.profile_id = s.profile_id AND c.dataset = s.dataset "
            + $"WHERE s.{Account} = {id} AND c.{Account} = {{copy}}";
    }

    private async Task<IEnumerable<string>> ReadColumnsAsync(string table)
    {
        string columns = database.Kind == "sqlite"
            ? $"SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"
            : $"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_generated = 'NEVER'";
        return (await database.QueryAsync(columns)).Select(row => row[0]);
    }
}
