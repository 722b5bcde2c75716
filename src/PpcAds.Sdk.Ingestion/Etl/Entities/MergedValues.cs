namespace PpcAds.Sdk.Etl;

internal sealed class MergedValues<T>(EntityTable<T> table, T known, T loaded, EntitySource source) : EntityValues
    where T : class, IEntityRecord<T>
{
    public override long EntityId => loaded.EntityId;

    public override object? this[string column]
    {
        get
        {
            EntityColumn<T> found = table.Columns.First(candidate => candidate.Name == column);
            return found.IsListOnly && source == EntitySource.Export ? found.Get(known)
                : found.Get(loaded) ?? (found.IsPermanent ? found.Get(known) : null);
        }
    }
}
