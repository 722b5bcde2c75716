namespace PpcAds.Sdk.Etl;

internal sealed class MergedValues<T>(EntityTable<T> table, T known, T exported) : EntityValues
    where T : class, IEntityRecord<T>
{
    public override long EntityId => exported.EntityId;

    public override object? this[string column]
    {
        get
        {
            EntityColumn<T> found = table.Columns.First(candidate => candidate.Name == column);
            return found.Get(found.IsListOnly ? known : exported);
        }
    }
}
